import { z } from 'zod'
import type { Leaves } from './leaves.ts'
import { frameKinds } from '../../model/frame.ts'
import { closed, orTemplate } from './words.ts'

const requestBodies = ['json', 'text', 'form', 'bytes'] as const

const aborted = z
  .boolean('true or false')
  .optional()
  .describe('Whether the caller hung up before the response was complete.')

/** A request that leaves the SDK. */
export function sentRequestGrammar({ pattern, value }: Pick<Leaves, 'pattern' | 'value'>): z.ZodType {
  return closed({
    socket: z
      .enum(frameKinds, `one of ${frameKinds.join(', ')}`)
      .optional()
      .describe('Instead of a request: a socket is opened or closed, an event goes or comes.'),
    event: pattern.optional().describe('Of `emit` and `receive`: the name of the event.'),
    data: pattern.optional().describe('Of `emit` and `receive`: its argument; a list where there are several.'),
    client: z.string('a client').optional().describe('The client whose origin is addressed.'),
    origin: pattern.optional().describe('Scheme, host and port. Needs `observed`, or a statement.'),
    method: pattern.optional().describe('GET, POST, …'),
    path: pattern.optional().describe('The path, compared segment by segment. Needs `observed`, or a statement.'),
    query: pattern.optional().describe('The query. Needs `observed`, or a statement.'),
    ...contentOf(pattern),
    carries: z
      .array(value, 'a list of texts')
      .optional()
      .describe('Texts that occur somewhere in the request, wherever that is: for what no document gives a place.'),
    without: z.array(value, 'a list of texts').optional().describe('Texts that occur nowhere in the request.'),
    aborted,
  })
    .refine(hasOneBody, oneBody)
    .refine(isRequestOrFrame, requestOrFrame)
}

/** What the `Request` of a function holds: never the host's own path. */
export function receivedRequestGrammar({ pattern }: Pick<Leaves, 'pattern'>): z.ZodType {
  return closed({
    method: pattern.optional().describe('GET, POST, …'),
    path: pattern.optional().describe('What follows the name of the function; without `query`, the query is empty.'),
    query: pattern.optional().describe('The query.'),
    ...contentOf(pattern),
    aborted,
  }).refine(hasOneBody, oneBody)
}

/** A request that a contract makes itself, as curl would send it: nothing is added that is not written. */
export function rawRequestGrammar({ value }: Pick<Leaves, 'value'>): z.ZodType {
  return closed({
    method: orTemplate(z.string().regex(/^[\w!#%&'*+.^`|~-]+$/, methodNoun), methodNoun)
      .optional()
      .describe('GET, unless told.'),
    at: z
      .string('a name')
      .optional()
      .describe('A path of contracts/wire.yaml that stands before `path`: the rows of a contract can name it.'),
    path: z
      .string('a path')
      .regex(/^(\/|\$\{)[\x21-\x7e]*$/, 'a path as it goes into the request line: `/`, then ASCII without spaces')
      .describe('Written as it stands; what a name stands for is percent-encoded segment by segment.'),
    query: value.optional().describe('name → value or list of values; or text that is written as it stands.'),
    headers: value.optional().describe('name → value or list of values; one that is undefined is not sent.'),
    json: value.optional().describe('The body, as JSON.'),
    text: value.optional().describe('The body, as text. It has no content-type, unless told.'),
    form: value.optional().describe('The body as multipart: field → value or list of values.'),
    bytes: value.optional().describe('The body, in base64. It has no content-type, unless told.'),
    signal: value.optional().describe('When its caller hangs up: `{ $signal: when-received }`. Never, unless told.'),
  }).refine(hasOneBody, oneBody)
}

const ofEvents = ['event', 'data'] as const
const ofFrames: readonly string[] = ['socket', 'client', 'carries', 'without', ...ofEvents]
const ofHandshakes: readonly string[] = [...ofFrames, 'origin', 'path', 'query', 'headers']

const requestOrFrame =
  'a request without `event` and `data`; or `socket` with `client carries without`, of `connect` also ' +
  '`origin path query headers`, of `emit` and `receive` also `event data`'

/** What is there of a request is not there of an event, and the other way round. */
function isRequestOrFrame(value: unknown): boolean {
  const { socket } = value as { readonly socket?: string }
  if (socket === undefined) return bodiesOf(value, ofEvents).length === 0
  const allowed = socket === 'connect' ? ofHandshakes : ofFrames
  const hasEvent = bodiesOf(value, ofEvents).length > 0
  return (
    Object.keys(value as object).every((key) => allowed.includes(key)) &&
    !(hasEvent && /^(connect|close)$/.test(socket))
  )
}

const methodNoun = 'a method: GET, POST, …'

/** Which of `bodies` an object has. */
export function bodiesOf(value: unknown, bodies: readonly string[]): readonly string[] {
  return bodies.filter((body) => Object.hasOwn(value as object, body))
}

const oneBody = `at most one of ${requestBodies.join(', ')}`

function hasOneBody(value: unknown): boolean {
  return bodiesOf(value, requestBodies).length <= 1
}

function contentOf(pattern: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return {
    headers: pattern.optional().describe('At least these headers; `{ $is: absent }` for one that must not be there.'),
    json: pattern.optional().describe('The body as JSON.'),
    text: pattern.optional().describe('The body as text.'),
    form: pattern.optional().describe('The fields of a multipart body.'),
    bytes: pattern.optional().describe('The body as bytes.'),
  }
}
