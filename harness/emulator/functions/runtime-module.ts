/** `base44:runtime`, as a function imports it; the wrapper put there what it hands on. Deno reads this file, not Node. */
const host = (globalThis as unknown as { Base44: Base44 }).Base44

export const secrets: Base44['secrets'] = host.secrets

export function waitUntil<T>(work: Promise<T>): Promise<T> {
  host.waitUntil(work)
  return work
}

interface Base44 {
  readonly secrets: { readonly get: (name: string) => string | undefined }
  readonly waitUntil: (work: Promise<unknown>) => void
}
