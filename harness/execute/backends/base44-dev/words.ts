import type { Exit } from './cli-process.ts'

/** Why `base44 dev` cannot be judged, as far as it came. */
export type StartFailure =
  | { readonly kind: 'not-spawned'; readonly reason: string }
  | { readonly kind: 'died'; readonly exit: Exit }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'not-ready'; readonly ms: number }
  | { readonly kind: 'no-answer'; readonly asked: string; readonly seen: string }
  | { readonly kind: 'no-code'; readonly email: string }

type Table = { readonly [Kind in StartFailure['kind']]: (failure: Extract<StartFailure, { kind: Kind }>) => Words }

interface Words {
  readonly seen: string
  readonly cure: string
}

const byHand = 'Start it by hand in a project of its own, to see whether it works on this machine: npx base44 dev.'

const table: Table = {
  'not-spawned': ({ reason }) => ({ seen: `it could not be started (${reason}).`, cure: byHand }),
  died: ({ exit }) => ({ seen: `it ended (${exitWords(exit)}) before it was ready.`, cure: byHand }),
  'port-taken': ({ port }) => ({
    seen: `port ${port} was free, and taken by another program before it could have it, again and again.`,
    cure: 'Run again; if it stays so, look at what opens and closes ports on this machine.',
  }),
  'not-ready': ({ ms }) => ({
    seen: `it did not say "Dev server is available at" within ${ms / 1000} s.`,
    cure: `Run again when the machine has less to do. ${byHand}`,
  }),
  'no-answer': ({ asked, seen }) => ({
    seen: `${asked} should have been answered with 200 and what was asked for; seen: ${seen}.`,
    cure: 'Another version may do it in another way: judge 0.1.18 (--backend base44-dev@0.1.18).',
  }),
  'no-code': ({ email }) => ({
    seen: `it should have printed a verification code for ${email}, and did not.`,
    cure: 'Another version may do it in another way: judge 0.1.18 (--backend base44-dev@0.1.18).',
  }),
}

/** The whole message: what was being done, what was seen, its last words, what to do. */
export function startFailureWords(
  failure: StartFailure,
  { doing, last }: { doing: string; last: readonly string[] },
): string {
  const words = (table[failure.kind] as (failure: StartFailure) => Words)(failure)
  return `${doing}: ${words.seen} ${lastWords(last)}\n${words.cure}`
}

export function endedWords(name: string, { exit, last }: { exit: Exit | Error; last: readonly string[] }): string {
  return `${name} ended by itself (${exitWords(exit)}). ${lastWords(last)}`
}

function exitWords(exit: Exit | Error): string {
  if (exit instanceof Error) return exit.message
  const { code, signal } = exit
  return signal === null ? `exit code ${code}` : `ended by ${signal}`
}

function lastWords(last: readonly string[]): string {
  return last.length === 0
    ? 'It wrote nothing.'
    : `The last that it wrote:\n${last.map((line) => `  ${line}`).join('\n')}`
}
