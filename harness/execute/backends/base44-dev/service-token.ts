import { randomUUID } from 'node:crypto'

/**
 * Functions get the service role's token with each request, and nothing else does: a function of our own, in the copy of
 * the app, tells it to whoever knows the secret that it was started with.
 */
export interface ServiceTokenFunction {
  readonly name: string
  /** Files below `base44/`. */
  readonly files: Readonly<Record<string, string>>
  /** What it has to find in its environment. */
  readonly secrets: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

const header = 'x-conformance-adapter'
const variable = 'CONFORMANCE_ADAPTER'

export function serviceTokenFunction(): ServiceTokenFunction {
  const name = 'conformance-adapter'
  const secret = randomUUID()
  return {
    name,
    files: { [`functions/${name}/entry.ts`]: source },
    secrets: { [variable]: secret },
    headers: { [header]: secret },
  }
}

const source = `// Written by base44-conformance into its own copy of the app, for as long as it judges it.
Deno.serve((request) => {
  if (request.headers.get('${header}') !== Deno.env.get('${variable}')) return new Response(null, { status: 403 })
  return Response.json({ authorization: request.headers.get('base44-service-authorization') })
})
`
