/** JSON with comments and commas too many; what stands in texts is left alone. */
export function parseJsonc(text: string): unknown {
  const bare = text.replaceAll(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1')
  return JSON.parse(bare.replaceAll(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, '$1'))
}
