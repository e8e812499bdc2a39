// Breaks off in the middle of its answer, as one does whose source fails it.
Deno.serve(() => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      controller.error(new Error('the source failed'))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/plain' } })
})
