/** An expression for whether a value is an object, and neither null nor a list. */
export function isObjectTest(code: string): string {
  return `typeof ${code} === 'object' && ${code} !== null && !Array.isArray(${code})`
}
