import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** `npm:@base44/sdk@0.8.50`, and packages without `npm:`, in files of this folder mean what is installed here. */
export function resolveForFunctions(folder: string): void {
  const below = `${pathToFileURL(folder).href}/`
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const named = packageOf(specifier)
      const ours = context.parentURL?.startsWith(below) === true && named !== undefined
      return ours ? nextResolve(named, { ...context, parentURL: import.meta.url }) : nextResolve(specifier, context)
    },
  })
}

/** Without `npm:` and version; undefined for what is no package. */
function packageOf(specifier: string): string | undefined {
  const bare = specifier.replace(/^npm:\/?/, '')
  if (/^(\.|\/|[a-z]+:)/.test(bare)) return undefined
  return bare.replace(/^((?:@[^/]+\/)?[^/@]+)@[^/]*/, '$1')
}
