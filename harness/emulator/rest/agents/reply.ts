import type { Emulated, Json } from '../../emulated.ts'
import { recordedObject } from '../recorded.ts'
import type { Conversation, Message } from './conversations.ts'

/**
 * What the agent says to a message: the recorded answer `agents.<name>`, a text or a message's fields; of a list the nth
 * says it to the nth message, the last to all that follow. Undefined: nothing was recorded, the agent keeps silent.
 */
export function replyOf(app: Emulated, { agent_name: agent, messages }: Conversation): Message | undefined {
  const recorded = app.recorded(`agents.${String(agent)}`)
  const turn = messages.filter(({ role }) => role === 'user').length
  const said = Array.isArray(recorded) ? (recorded as readonly Json[])[Math.min(turn, recorded.length - 1)] : recorded
  if (said === undefined) return undefined
  const fields = recordedObject(said) ?? { content: said }
  const now = app.now().toISOString()
  return { tool_calls: [], ...fields, id: app.newId(), role: 'assistant', created_date: now, updated_date: now }
}

/**
 * "Tool call data is truncated for efficiency": what a subscriber hears of a message; the conversation has it whole.
 * The limits are those of agents.types.d.ts.
 */
export function heard(message: Message): Message {
  const { tool_calls: calls } = message
  if (!Array.isArray(calls)) return message
  const short = (calls as readonly Json[]).map((call) => {
    const fields = recordedObject(call)
    return fields === undefined
      ? call
      : { ...fields, ...cut(fields, 'arguments_string', 500), ...cut(fields, 'results', 50) }
  })
  return { ...message, tool_calls: short }
}

function cut(fields: Readonly<Record<string, Json>>, name: string, most: number): Readonly<Record<string, Json>> {
  const value = fields[name]
  return typeof value === 'string' ? { [name]: value.slice(0, most) } : {}
}
