import { createClientFromRequest } from 'npm:@base44/sdk'

/** Answers word by word, and writes down what it said once it has said it. */
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req)
  if (!(await base44.auth.me())) return Response.json({ error: 'Sign in first' }, { status: 401 })

  const { room, text } = await req.json()
  const words = answerTo(text).split(/(?<= )/)
  const utf8 = new TextEncoder()
  const stream = new ReadableStream({
    async pull(controller) {
      const word = words.shift()
      if (word !== undefined) {
        controller.enqueue(utf8.encode(word))
        return new Promise((resolve) => setTimeout(resolve, 20))
      }
      await base44.asServiceRole.entities.Message.create({ room, text: answerTo(text), by_assistant: true })
      controller.close()
    },
  })
  return new Response(stream, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
})

function answerTo(text: string): string {
  return `You said “${text}”, which has ${[...text].length} characters. Ask me anything else!`
}
