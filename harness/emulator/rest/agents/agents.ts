import { Hono } from 'hono'
import { z } from 'zod'
import { body } from '../../body.ts'
import type { Env, Routes } from '../../emulated.ts'
import { own } from '../../own-collections.ts'
import { refuse } from '../../refuse.ts'
import { rowsWanted } from '../rows-wanted.ts'
import { addMessage } from './add-message.ts'
import { conversationFor, conversationsFor, told, visitorOf, type Conversation } from './conversations.ts'

/** Conversations with agents: kept for whoever began them. What an agent says is recorded, or it says nothing. */
export const agents: Routes = new Hono<Env>().route('/', addMessage)

const conversations = '/api/apps/:appId/agents/conversations'
const who = { status: 401, message: 'Sign in to talk to an agent, or send X-Base44-Anonymous-Id.' } as const
const anObject = z.record(z.string(), z.json())

agents.post(
  conversations,
  body(z.object({ agent_name: z.string().min(1), metadata: anObject.nullish() })),
  (context) => {
    const { app } = context.env
    const visitor = visitorOf(context)
    if (visitor === undefined) return refuse(context, who)
    const { agent_name, metadata } = context.req.valid('json')
    const by = context.get('by')
    const now = app.now().toISOString()
    const conversation: Conversation = {
      id: app.newId(),
      app_id: app.appId,
      agent_name,
      created_by_id: by.kind === 'user' ? by.user.id : null,
      created_date: now,
      updated_date: now,
      messages: [],
      metadata: metadata ?? {},
      owner: visitor.kind === 'all' ? 'service' : visitor.owner,
    }
    app.store.write([{ kind: 'put', collection: own.conversations, row: conversation }])
    return context.json(told(conversation))
  },
)

agents.get(conversations, (context) => {
  const visitor = visitorOf(context)
  if (visitor === undefined) return refuse(context, who)
  const rows = conversationsFor(context.env.app, visitor).map(told)
  const wanted = rowsWanted(rows, { query: new URL(context.req.url).searchParams, sort: '-created_date' })
  return 'problem' in wanted ? refuse(context, { status: 400, message: wanted.problem }) : context.json(wanted.rows)
})

agents.get(`${conversations}/:id`, (context) => {
  const visitor = visitorOf(context)
  if (visitor === undefined) return refuse(context, who)
  const found = conversationFor(context.env.app, context.req.param('id'), visitor)
  // "Promise resolving to the conversation, or undefined if not found": the SDK rejects whatever is no success.
  return context.json(found === undefined ? null : told(found))
})
