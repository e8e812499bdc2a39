import { createClientFromRequest } from 'npm:@base44/sdk'

/** Removes everybody's finished tasks; admins only. */
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req)
  const user = await base44.auth.me()
  if (user?.role !== 'admin') return Response.json({ error: 'Admins only' }, { status: 403 })

  const { deleted } = await base44.asServiceRole.entities.Task.deleteMany({ done: true })
  return Response.json({ deleted })
})
