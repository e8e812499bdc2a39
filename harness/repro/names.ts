import type { Scope } from './source/scope.ts'

/** Hands out identifiers that nothing else in the script has. */
export interface Names {
  /** An identifier like this one. */
  readonly fresh: (wanted: string) => string
  /** An identifier for a name of the contract, which stands for it from here on. */
  readonly declare: (name: string) => string
}

/** What the script's own lines call themselves, and what JavaScript keeps for itself. */
const taken =
  'answers callback callbacks code end equals fetch functions heard holds item kept name open process ' +
  'requests server serverUrl servers serve tell url value waiting write assign parse settled directly received say sent ' +
  'outcomeOf classesOf queryOf fieldsOf fieldOf everythingIn readBody formData streamOf abortWhen locate elsewhere connect watch ' +
  'asReported otherwise reported createClient createClientFromRequest createServer isDeepStrictEqual inspect unescape Socket ' +
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
  'instanceof let new null return static super switch this throw true try typeof undefined var void while with yield await async ' +
  'Array Blob Buffer Date Error File FormData Headers JSON Number Object Promise Request Response String URL Uint8Array http https'

export function createNames(scope: Scope): Names {
  const used = new Set(taken.split(' '))
  const fresh = (wanted: string): string => {
    const base = identifierOf(wanted)
    let name = base
    for (let count = 2; used.has(name); count++) name = `${base}${count}`
    used.add(name)
    return name
  }
  return {
    fresh,
    declare(name) {
      const identifier = fresh(name)
      scope.code.set(name, identifier)
      return identifier
    },
  }
}

/** `service-role` → `serviceRole`. */
export function identifierOf(name: string): string {
  const joined = name.replace(/[^A-Za-z0-9_$]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
  return /^[A-Za-z_$]/.test(joined) ? joined : `the${joined}`
}
