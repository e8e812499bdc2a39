import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { refuse } from '../refuse.ts'

/** What an SDK calls and the emulator has not: said by name, so that nobody looks for a mistake of their own. */
export const notEmulated: Routes = new Hono<Env>()

const sentences = {
  '/api/apps/:appId/ai/*': 'the emulator has no AI gateway: give your client another base URL',
  '/api/apps/:appId/actors/*': 'the emulator has no actors',
  '/api/apps/:appId/agents/:agent/whatsapp': 'the emulator has no WhatsApp: talk to the agent with base44.agents',
  '/api/apps/:appId/agents/:agent/telegram': 'the emulator has no Telegram: talk to the agent with base44.agents',
  '/parties/*': 'the emulator has no actors',
} as const

for (const [path, message] of Object.entries(sentences)) {
  notEmulated.all(path, (context) => refuse(context, { status: 501, message }))
}
