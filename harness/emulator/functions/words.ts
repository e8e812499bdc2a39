import type { PassedOn } from './pass-on.ts'
import type { NotLoaded } from './processes.ts'

/** Why a function cannot be called, for its caller; what it wrote itself stands at the terminal. */
export function notLoadedWords(name: string, failure: NotLoaded): string {
  switch (failure.kind) {
    case 'does-not-load':
      return `The function ${name} does not load; the error is at the terminal of the emulator.`
    case 'serves-nothing':
      return `The function ${name} serves nothing: it has to call Deno.serve, or to export a handler as its default.`
    case 'died':
      return `The function ${name} ended while it was loaded (${failure.how}); what it wrote is at the terminal of the emulator.`
  }
}

/** What a caller is told who got no answer; undefined where there is nothing to tell, or nobody. */
export function passedOnWords(
  how: PassedOn,
  { name, timeoutMs }: { name: string; timeoutMs: number },
): { status: number; message: string } | undefined {
  if (how === 'timed-out') {
    return { status: 504, message: `The function ${name} gave no answer within ${timeoutMs / 1000} s.` }
  }
  if (how === 'not-answered') {
    return { status: 502, message: `The function ${name} ended, or broke the connection off, before it answered.` }
  }
  return undefined
}
