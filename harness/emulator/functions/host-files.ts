/** Files of ours that Deno runs; they stand beside this one, also where they are built. */
export function hostFile(name: 'wrapper' | 'runtime-module'): string {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href
}

/** What a function may import without saying where it comes from: the SDK, as documents write it, and the platform. */
export function importMap(): string {
  const imports = { '@base44/sdk': 'npm:@base44/sdk', 'base44:runtime': hostFile('runtime-module') }
  return `data:application/json,${encodeURIComponent(JSON.stringify({ imports }))}`
}
