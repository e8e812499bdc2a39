import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { body } from '../body.ts'
import type { Env, Json, Routes } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { signedQuery } from './signed-url.ts'

/** Files that callers upload: public ones at an address that nobody guesses, private ones by signed addresses only. */
export const upload: Routes = new Hono<Env>()

const core = '/api/apps/:appId/integration-endpoints/Core'

upload.post(`${core}/UploadFile`, (context) =>
  receive(context, {
    folder: 'public/',
    answer: (id) => ({ file_url: `${originOf(context)}/media/${id.slice('public/'.length)}` }),
  }),
)
upload.post(`${core}/UploadPrivateFile`, (context) =>
  receive(context, { folder: 'private/', answer: (file_uri) => ({ file_uri }) }),
)

const signing = body(
  z.object({ file_uri: z.string().min(1), expires_in: z.int().positive().max(604_800).nullish().default(300) }),
)
upload.post(`${core}/CreateFileSignedUrl`, signing, (context) => {
  const { app } = context.env
  const { file_uri: id, expires_in } = context.req.valid('json')
  if (!id.startsWith('private/') || app.store.get(own.files, id) === undefined) {
    return refuse(context, { status: 404, message: `There is no private file ${id}` })
  }
  const expires = Math.floor(app.now().getTime() / 1000) + (expires_in ?? 300)
  return context.json({ signed_url: `${originOf(context)}/media/${id}?${signedQuery(app.store, { id, expires })}` })
})

interface Receiving {
  readonly folder: string
  readonly answer: (id: string) => Json
}

async function receive(context: Context<Env>, { folder, answer }: Receiving): Promise<Response> {
  const { app } = context.env
  const file = await fileOf(context)
  if (file === undefined) return refuse(context, { status: 400, message: 'No file uploaded: send one as `file`.' })
  if (file.size > mostBytes) return refuse(context, { status: 413, message: 'A file has 50 MB at most.' })
  const [ending = ''] = /\.[a-z0-9]{1,10}$/i.exec(file.name) ?? []
  const id = `${folder}${randomUUID()}${ending}`
  const data = Buffer.from(await file.arrayBuffer()).toString('base64')
  const row = { id, name: file.name, type: file.type, data, created_date: app.now().toISOString() }
  app.store.write([{ kind: 'put', collection: own.files, row }])
  return context.json(answer(id))
}

// As base44 dev has it.
const mostBytes = 50 * 1024 * 1024

async function fileOf(context: Context<Env>): Promise<File | undefined> {
  try {
    const file = (await context.req.formData()).get('file')
    return file instanceof File ? file : undefined
  } catch {
    return undefined
  }
}

function originOf(context: Context<Env>): string {
  return new URL(context.req.url).origin
}
