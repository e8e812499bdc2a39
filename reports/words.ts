import type { Worth } from './profiles.ts'
import type { FrameKind } from '../harness/model/frame.ts'
import type { ExpectationKey, Level, OutcomeKey, Provenance } from '../harness/model/contract.ts'
import type { MismatchKind, Owner } from '../harness/model/verdict.ts'
import type { ExchangeSeat } from '../harness/model/exchange.ts'
import type { NetworkFault } from '../harness/model/world.ts'
import type { Outcome } from '../harness/model/outcome.ts'
import type { CaseClass } from './classify.ts'

/** What is wrong at a place, as a sentence without its full stop. */
export const mismatchWords: Readonly<Record<MismatchKind, (where: string) => string>> = {
  absent: (where) => `${where} is missing`,
  unexpected: (where) => `${where} should not be there`,
  different: (where) => `${where} is not what was promised`,
  'wrong-type': (where) => `${where} is of another type than promised`,
  'wrong-count': (where) => `${where} is there another number of times than promised`,
  'wrong-outcome': () => 'it did not end in the way that was promised',
  unreadable: (where) => `${where} cannot be read as what was promised`,
  escaped: () => 'something tried to reach the network past the stage',
  uncaught: () => 'an error was left that nobody could catch',
  'timed-out': () => 'it did not settle within the time limit',
  crashed: () => 'it took the thread it ran in down with it',
}

/** How a thread went down; `load` before anything was asked of it. */
export const crashWords: Readonly<Record<string, string>> = {
  exit: 'it ended the process that it ran in',
  uncaught: 'it took its thread down with an error that nobody could catch',
  blocked: 'it blocked its thread and never let go',
  load: 'it does not load',
}

/** How an action ends, as it was promised and as it was seen. */
export const outcomeWords: Readonly<Record<OutcomeKey | Outcome['kind'], string>> = {
  resolves: 'resolves with',
  rejects: 'rejects with',
  returns: 'returns',
  throws: 'throws',
  fails: 'fails with',
  resolved: 'resolved with',
  rejected: 'rejected with',
  returned: 'returned',
  threw: 'threw',
  'timed-out': 'did not settle',
  crashed: 'crashed',
}

/** What an expectation is about. */
export const expectationWords: Readonly<Record<ExpectationKey | 'conduct', string>> = {
  resolves: 'the resolved value',
  rejects: 'the rejection',
  returns: 'the returned value',
  throws: 'the thrown error',
  fails: 'the failure',
  sends: 'what is sent',
  receives: 'what the function receives',
  streams: 'the body as it streams',
  notifies: 'what the callbacks hear',
  prints: 'what it prints',
  conduct: 'its conduct',
}

export interface OwnerWords {
  /** Whose it is. */
  readonly name: string
  /** What to do about a case that could not be tested. */
  readonly advice: string
}

export const ownerWords: Readonly<Record<Owner, OwnerWords>> = {
  sdk: { name: 'the SDK', advice: 'Mend what the SDK does before the promise is put to it.' },
  backend: { name: 'the backend', advice: 'Mend what the backend answers before the promise is put to it.' },
  suite: { name: 'the suite', advice: 'Mend the contract, or what the suite gives it.' },
  environment: { name: 'the environment', advice: 'Provide what is missing on this machine, then run it again.' },
}

/** Whose it is, as a reader is told. */
export function liesWith(owner: Owner): string {
  return `lies with ${ownerWords[owner].name}`
}

export interface ClassWords {
  readonly mark: string
  readonly one: string
  readonly many: string
}

/** How a number of cases is said: `1 holds`, `12 hold`. */
export const classWords: Readonly<Record<CaseClass, ClassWords>> = {
  violated: { mark: '✗', one: 'violated', many: 'violated' },
  untestable: { mark: '?', one: 'untestable', many: 'untestable' },
  warning: { mark: '!', one: 'warning', many: 'warnings' },
  noted: { mark: '·', one: 'noted', many: 'noted' },
  deviating: { mark: '≈', one: 'deviates', many: 'deviate' },
  inapplicable: { mark: '–', one: 'inapplicable', many: 'inapplicable' },
  holds: { mark: '✓', one: 'holds', many: 'hold' },
}

/** What a violation of this level weighs. */
export const levelWords: Readonly<Record<Level, string>> = {
  must: 'must',
  should: 'should, so a warning',
  may: 'may, so a note',
}

/** What a promise of a profile is worth. */
export const worthWords: Readonly<Record<Worth, string>> = {
  must: 'must',
  should: 'should',
  observed: 'observed',
  other: 'may, disputed',
}

/** Why a violation is only noted. */
export const provenanceWords: Readonly<Record<Provenance['kind'], string>> = {
  documented: 'documented',
  observed: 'observed, in no document',
  disputed: 'disputed among the documents',
}

/** Where an exchange was recorded. */
export const seatWords: Readonly<Record<ExchangeSeat, string>> = {
  caller: 'before the backend',
  desk: 'behind its function',
}

/** What was seen of a socket. */
export const frameWords: Readonly<Record<FrameKind, string>> = {
  connect: '⇄ opens a socket',
  close: '⇄ closes the socket',
  emit: '→ emits',
  receive: '← hears',
}

/** What the network did in the place of an answer. */
export const faultWords: Readonly<Record<NetworkFault, string>> = {
  refused: 'the connection was refused',
  reset: 'the connection was reset before an answer',
  'reset-mid-body': 'the connection was reset in the middle of the body',
  hangs: 'no answer ever came',
  'not-http': 'the answer was not HTTP',
  throws: 'the function threw',
}
