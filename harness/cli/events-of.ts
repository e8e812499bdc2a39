import { redact } from '../../reports/redact.ts'
import { stabilise } from '../../reports/stabilise.ts'
import type { Event } from '../model/event.ts'
import { run, type RunOptions } from '../run.ts'
import type { Home } from './home.ts'
import { secretsIn, secretsOf, tokensOf } from './secrets.ts'

/** The events of a run, made fit to be written before anyone sees them. */
export async function* eventsOf(options: RunOptions, { root }: Home): AsyncGenerator<Event> {
  const secrets = [...secretsIn(options.environment), ...options.subjects.flatMap(secretsOf)]
  const tokens = new Map(options.subjects.flatMap(tokensOf))
  const prefixes = Object.fromEntries([
    ...options.subjects.flatMap((subject) => (subject.kind === 'sdk' ? [[subject.directory, '‹sdk›'] as const] : [])),
    [root, '‹harness›'],
  ])
  for await (const event of run(options)) {
    yield stabilise(redact(event, { secrets, tokens }), { prefixes })
  }
}
