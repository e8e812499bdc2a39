import { createClient } from '@base44/sdk'

const serverUrl = new URLSearchParams(location.search).get('server') ?? 'http://127.0.0.1:4400'
const base44 = createClient({ appId: 'todo-app', serverUrl })
const [status, signIn, add, list] = ['status', 'sign-in', 'add', 'tasks'].map((id) => document.getElementById(id))

signIn.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { email, password } = Object.fromEntries(new FormData(signIn))
  try {
    await base44.auth.loginViaEmailPassword(email, password)
  } catch (error) {
    status.textContent = error.message
    return
  }
  const user = await base44.auth.me()
  status.textContent = `${user.email} is signed in.`
  signIn.hidden = true
  add.hidden = false
  // Others may be at the same list: every change is shown as it comes.
  base44.entities.Task.subscribe(show)
  await show()
})

add.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { title, assignee } = Object.fromEntries(new FormData(add))
  await base44.entities.Task.create({ title, ...(assignee && { assignee }) })
  add.reset()
  await show()
})

async function show() {
  const tasks = await base44.entities.Task.list('created_date')
  const { data } = await base44.functions.invoke('progress', {})
  document.title = `To-do (${data.done} of ${data.done + data.open} done)`
  list.replaceChildren(...tasks.map(item))
}

function item({ id, title, done }) {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: done })
  box.addEventListener('change', () => base44.entities.Task.update(id, { done: box.checked }).then(show))
  const label = document.createElement('label')
  label.append(box, ` ${title}`)
  const li = document.createElement('li')
  li.append(label)
  return li
}
