import { createClient } from '@base44/sdk'

const serverUrl = new URLSearchParams(location.search).get('server') ?? 'http://127.0.0.1:4400'
const base44 = createClient({ appId: 'webhook-receiver', serverUrl })
const [status, signIn, payments, revenue] = ['status', 'sign-in', 'payments', 'revenue'].map((id) =>
  document.getElementById(id),
)

signIn.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { email, password } = Object.fromEntries(new FormData(signIn))
  try {
    await base44.auth.loginViaEmailPassword(email, password)
  } catch (error) {
    status.textContent = error.message
    return
  }
  status.textContent = `${email} is signed in.`
  signIn.hidden = true
  base44.entities.Payment.subscribe(show)
  await show()
})

async function show() {
  const all = await base44.entities.Payment.list('event')
  payments.replaceChildren(...all.map(row))
  const { data } = await base44.functions.invoke('revenue', {})
  revenue.textContent = Object.entries(data)
    .map(([currency, amount]) => `${(amount / 100).toFixed(2)} ${currency.toUpperCase()}`)
    .join(', ')
}

function row({ event, customer, amount, currency, status: state }) {
  const tr = document.createElement('tr')
  const cells = [event, customer, `${(amount / 100).toFixed(2)} ${currency.toUpperCase()}`, state]
  tr.append(...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })))
  return tr
}
