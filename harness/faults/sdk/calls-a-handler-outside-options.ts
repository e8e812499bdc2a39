import type { Fault } from '../../model/fault.ts'

export const callsAHandlerOutsideOptions: Fault = {
  id: 'sdk/calls-a-handler-outside-options',
  title: 'an error handler beside options is called as well',
  observation: (seen) =>
    seen.outcome.kind === 'rejected'
      ? { ...seen, notified: { ...seen.notified, outside: [[seen.outcome.error]] } }
      : seen,
}
