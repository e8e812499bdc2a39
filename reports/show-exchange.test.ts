import { expect, it } from 'vitest'
import { exchange } from './fixtures/events.ts'
import { hostile } from './fixtures/hostile.ts'
import { showExchange, showExchangeText } from './show-exchange.ts'

it('shows an exchange as it went over the wire', () => {
  const shown = showExchangeText(
    exchange({ client: 'alice', received: { function: 'orders/process', subPath: ['a', 'b c'] }, aborted: true }),
    { width: 100 },
  )
  expect(shown).toBe(
    [
      '→ POST /api/apps/app-1/functions/orders/process   (client alice)',
      '  host: stage',
      '  content-type: application/json',
      '  content-length: 9',
      '',
      '  {"id": 1}',
      '  (received by the function orders/process, sub-path /a/b c)',
      '← 200',
      '  content-type: application/json',
      '',
      '  {"ok":true}',
      '  (the caller hung up before the response was complete)',
    ].join('\n'),
  )
})

it.each([
  ['refused', '← the connection was refused'],
  ['hangs', '← no answer ever came'],
  ['a new one', '← a new one'],
])('says what the network did instead: %s', (fault, said) => {
  expect(showExchangeText(exchange({ response: { fault } }), { width: 100 }).split('\n')).toContain(said)
})

it('says where there is no response', () => {
  const { response: _, ...unanswered } = exchange()
  expect(showExchange(unanswered, { width: 100 }).at(-1)).toEqual({ role: 'start', text: '← no response' })
})

it.each([
  [{ kind: 'connect' }, '⇄ opens a socket /ws?app_id=1   (client alice)\n  host: stage'],
  [{ kind: 'emit', event: 'join' }, '→ emits join   (client alice)\n\n  "entities:1:Task"'],
  [{ kind: 'receive', event: 'update_model' }, '← hears update_model   (client alice)\n\n  "entities:1:Task"'],
  [{ kind: 'close' }, '⇄ closes the socket   (client alice)'],
] as const)('shows what was seen of a socket: %j', (frame, said) => {
  const told = frame.kind === 'emit' || frame.kind === 'receive' ? '"entities:1:Task"' : ''
  const request = {
    target: '/ws?app_id=1',
    headers: [['host', 'stage']] as const,
    body: new TextEncoder().encode(told),
  }
  expect(showExchangeText({ ...exchange({ client: 'alice', request }), frame }, { width: 100 })).toBe(said)
})

it.each(Object.entries(hostile))('is not impressed by %s', (_, text) => {
  const body = new TextEncoder().encode(text)
  const headers = [[`x-${text}`, text]] as const
  const shown = showExchange(
    exchange({
      client: text.slice(0, 99),
      request: { method: text.slice(0, 99), target: text, headers, body },
      response: { headers, body },
      received: { function: text.slice(0, 99), subPath: [text.slice(0, 99)] },
    }),
    { width: 80 },
  )
  for (const line of shown) expect(line.text).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{0,80}$/u)
})
