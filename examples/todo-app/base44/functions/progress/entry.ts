import { createClientFromRequest } from 'npm:@base44/sdk'

/** How far its caller is: tasks by whether they are done. */
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req)
  if (!(await base44.auth.me())) return Response.json({ error: 'Sign in first' }, { status: 401 })

  const tasks = await base44.entities.Task.list()
  const done = tasks.filter((task) => task.done).length
  return Response.json({ done, open: tasks.length - done })
})
