import { createClient } from '@base44/sdk'

const serverUrl = new URLSearchParams(location.search).get('server') ?? 'http://127.0.0.1:4400'
const app = { appId: 'streaming-chat', serverUrl }
let base44 = createClient(app)
const room = 'lobby'
const [status, signIn, messages, answer, say] = ['status', 'sign-in', 'messages', 'answer', 'say'].map((id) =>
  document.getElementById(id),
)

signIn.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { email, password } = Object.fromEntries(new FormData(signIn))
  try {
    const { access_token: token } = await base44.auth.loginViaEmailPassword(email, password)
    // functions.fetch goes on with the token that its client was made with (seen with SDK 0.8.50).
    base44 = createClient({ ...app, token })
  } catch (error) {
    status.textContent = error.message
    return
  }
  status.textContent = `${email} is signed in.`
  signIn.hidden = true
  say.hidden = false
  base44.entities.Message.subscribe(({ type, data }) => {
    if (type === 'create' && data.room === room) add(data)
  })
  for (const message of await base44.entities.Message.filter({ room }, 'created_date')) add(message)
})

say.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { text } = Object.fromEntries(new FormData(say))
  say.reset()
  await base44.entities.Message.create({ room, text })
  await ask(text)
})

/** Shows the answer as it comes; once it is whole, it comes as a message like any other. */
async function ask(text) {
  const response = await base44.functions.fetch('/assistant', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ room, text }),
  })
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) answer.textContent += part.value
  answer.textContent = ''
}

function add({ id, text, by_assistant: byAssistant }) {
  if (document.getElementById(id)) return
  const li = Object.assign(document.createElement('li'), { id, textContent: text })
  li.className = byAssistant ? 'assistant' : 'person'
  messages.append(li)
}
