// Tells a secret that the fixture app was given for contracts, and no other: those are nobody's.
Deno.serve(async (request) => {
  const { name } = await request.json()
  if (!/^FIXTURE_\w+$/.test(name)) return Response.json({ message: 'only those that begin with FIXTURE_' }, { status: 403 })
  return Response.json({ name, value: Deno.env.get(name) ?? null })
})
