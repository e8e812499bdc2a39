import { z } from 'zod'
import type { BackendSettings } from '../../../model/backend-settings.ts'
import { SubjectError } from '../../subjects/subject-error.ts'
import { descriptionPath } from '../addresses.ts'
import type { Send } from '../sender.ts'
import type { Address } from './read-address.ts'

/** What a backend says of itself at `/.well-known/base44-conformance`. */
export interface Description extends BackendSettings {
  readonly name?: string | undefined
  readonly version?: string | undefined
  /** Of the fixture app that is deployed there. */
  readonly revision: number
  /** A path: a POST to it empties what tests left there. */
  readonly reset?: string | undefined
}

/** Undefined where there is none; nothing of it is believed to be small or well made. */
export async function readDescription({
  address,
  send,
}: {
  address: Address
  send: Send
}): Promise<Description | undefined> {
  const { status, json } = await send({ method: 'GET', path: descriptionPath, headers: { accept: 'application/json' } })
  // Some servers answer whatever they do not know with a page of their own.
  if (status !== 200 || typeof json !== 'object' || json === null) return undefined
  const { success, data, error } = shape.safeParse(json)
  if (!success) throw new SubjectError(wrongShape(address, error))
  // Whoever reads a description from afar could be anyone: the key is told beside it.
  return address.isLoopback ? data : { ...data, key: undefined }
}

/** What is wrong and where; values are not repeated, for they may be secrets. */
function wrongShape({ url }: Address, { issues: [first] }: z.ZodError): string {
  const where = first?.path.join('.') || 'the whole'
  return `read what the backend says of itself at ${url}${descriptionPath}: \`${where}\` is wrong (${first?.message}). docs/judge-a-backend.md says what may stand there.`
}

const text = z.string().min(1).max(8192)
const user = z
  .object({ id: text, email: text, token: text, password: text })
  .partial()
  .refine(
    ({ token, email, password }) => token !== undefined || (email !== undefined && password !== undefined),
    'a user needs a token, or an e-mail and a password',
  )
const shape: z.ZodType<Description> = z.object({
  appId: text,
  name: text.optional(),
  version: text.optional(),
  revision: z.int().min(0),
  users: z.record(z.string().min(1).max(64), z.array(user).max(32)).optional(),
  serviceToken: text.optional(),
  key: text.optional(),
  desk: text.optional(),
  rate: z.number().positive().optional(),
  reset: z
    .string()
    .max(1024)
    .regex(/^\/[!-~]*$/, 'a path, which begins with a slash')
    .optional(),
  claims: z.array(text).min(1).max(64).optional(),
})
