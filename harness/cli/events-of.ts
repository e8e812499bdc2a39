import { redact } from '../../reports/redact.ts'
import { stabilise } from '../../reports/stabilise.ts'
import type { Event } from '../model/event.ts'
import { run, type RunOptions } from '../run.ts'
import type { Home } from './home.ts'
import { secretsIn, secretsInConfig, secretsOfBackend, tokensOf } from './secrets.ts'

/** The events of a run, made fit to be written before anyone sees them. */
export async function* eventsOf(options: RunOptions, { root, project }: Home): AsyncGenerator<Event> {
  const backends = options.subjects.flatMap((subject) => (subject.kind === 'backend' ? [subject.access] : []))
  const known = [...backends.flatMap(secretsOfBackend), ...secretsInConfig(project?.config ?? {})]
  const secrets = [...secretsIn(options.environment), ...known]
  const tokens = new Map(backends.flatMap((access) => [...tokensOf(access)]))
  const prefixes = Object.fromEntries([
    ...options.subjects.flatMap((subject) => (subject.kind === 'sdk' ? [[subject.directory, '‹sdk›'] as const] : [])),
    [root, '‹harness›'],
  ])
  for await (const event of run(options)) {
    yield stabilise(redact(event, { secrets, tokens }), { prefixes })
  }
}
