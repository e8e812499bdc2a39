// Asks a third party with a secret of this app, as the sample of the documents does; the desk of a run of
// base44-conformance stands in the third party's place. Never deploy it into a production app.
Deno.serve(async () => {
  const apiKey = Deno.env.get('FIXTURE_API_KEY')
  const desk = (Deno.env.get('CONFORMANCE_DESK_URL') || 'http://127.0.0.1:4499').replace(/\/+$/, '')

  const response = await fetch(`${desk}/third-party/1/v1/charges`, {
    headers: {
      Authorization: `Bearer ${apiKey}`,
    },
  })

  return Response.json(await response.json())
})
