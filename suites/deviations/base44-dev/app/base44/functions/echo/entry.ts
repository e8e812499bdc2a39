// Tells its caller what came.
Deno.serve(async (req) => {
  const { method, headers } = req
  return Response.json({
    method,
    appId: headers.get('base44-app-id'),
    note: headers.get('x-note'),
    body: await req.text(),
  })
})
