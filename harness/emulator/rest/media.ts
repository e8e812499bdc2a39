import { Hono, type Context } from 'hono'
import type { Env, Routes, Row } from '../emulated.ts'
import { own } from '../own-collections.ts'
import { refuse } from '../refuse.ts'
import { isSigned } from './signed-url.ts'

/** Where uploaded files are served. Their bytes are a stranger's: no browser may run them as a page of this address. */
export const media: Routes = new Hono<Env>()

media.get('/media/private/:name', (context) => {
  const id = `private/${context.req.param('name')}`
  const { app } = context.env
  const query = new URL(context.req.url).searchParams
  if (isSigned(app.store, { id, query, now: app.now() })) return serve(context, { id, cache: 'private, no-store' })
  return refuse(context, { status: 403, message: 'This address is not signed, or its time is over.' })
})
media.get('/media/:name', (context) =>
  // Also where a name holds an encoded slash, it is one of the public folder.
  serve(context, { id: `public/${context.req.param('name')}`, cache: 'public, max-age=3600, immutable' }),
)

function serve(context: Context<Env>, { id, cache }: { id: string; cache: string }): Response {
  const file = context.env.app.store.get(own.files, id)
  if (file === undefined) return refuse(context, { status: 404, message: 'There is no such file.' })
  return context.body(Buffer.from(String(file['data']), 'base64'), 200, {
    ...presentation(file),
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  })
}

/** Shown in place is only what cannot hold a script; the rest is handed over to be saved. */
function presentation({ type, name }: Row): Record<string, string> {
  const claimed = String(type)
  const known = /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/.test(claimed) ? claimed : 'application/octet-stream'
  const shown = /^(image\/(?!svg)|audio\/|video\/|text\/plain|application\/pdf)/.test(known)
  const saved = `filename*=UTF-8''${encodeURIComponent(String(name).toWellFormed()).replaceAll(/['()*]/g, percent)}`
  return {
    'content-type': known,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${saved}`,
    ...(!shown && { 'content-security-policy': "default-src 'none'; sandbox" }),
  }
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
}
