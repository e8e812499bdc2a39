import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../../body.ts'
import type { Caller, Emulated, Env, Json, Routes } from '../../emulated.ts'
import { own } from '../../own-collections.ts'
import { refuse } from '../../refuse.ts'
import { conversationFor, visitorOf, type Conversation, type Message } from './conversations.ts'
import { heard, replyOf } from './reply.ts'

/** A message to an agent: kept, told to whoever follows the conversation, and replied to where a reply was recorded. */
export const addMessage: Routes = new Hono<Env>()

const anObject = z.record(z.string(), z.json())
const message = z.object({
  role: z.enum(['user', 'assistant', 'system']).default('user'),
  content: z.union([z.string(), anObject]).optional(),
  file_urls: z.array(z.string()).nullish(),
  custom_context: z.array(anObject).nullish(),
  additional_message_params: anObject.nullish(),
  hidden: z.boolean().optional(),
})

addMessage.post('/api/apps/:appId/agents/conversations/v2/:id/messages', body(message), (context) => {
  const { app } = context.env
  const visitor = visitorOf(context)
  const id = context.req.param('id')
  const found = visitor && conversationFor(app, id, visitor)
  if (found === undefined) return refuse(context, { status: 404, message: `There is no conversation ${id}` })
  const given = context.req.valid('json')
  const by = context.get('by')
  if (given.role !== 'user' && by.kind !== 'service') {
    return refuse(context, { status: 403, message: 'Who is not the service role speaks as the user only.' })
  }
  return context.json(say(app, { conversation: found, given, by }))
})

interface Saying {
  readonly conversation: Conversation
  readonly given: z.output<typeof message>
  readonly by: Caller
}

function say(app: Emulated, { conversation, given, by }: Saying): Message {
  const now = app.now().toISOString()
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null))
  const said: Message = {
    ...(fields as Readonly<Record<string, Json>>),
    id: app.newId(),
    created_date: now,
    updated_date: now,
    metadata: { created_date: now, ...author(by) },
  }
  const reply = given.role === 'user' ? replyOf(app, conversation) : undefined
  const added = reply === undefined ? [said] : [said, reply]
  const row = { ...conversation, messages: [...conversation.messages, ...added], updated_date: now }
  app.store.write([{ kind: 'put', collection: own.conversations, row }])
  for (const one of added) app.tell?.(conversation.id, { _message: heard(one) })
  return said
}

function author(by: Caller): Readonly<Record<string, Json>> {
  if (by.kind !== 'user') return {}
  return { created_by_email: by.user['email'] ?? null, created_by_full_name: by.user['full_name'] ?? null }
}
