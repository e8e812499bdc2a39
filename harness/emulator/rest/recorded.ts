import type { Context } from 'hono'
import type { Env, Json } from '../emulated.ts'
import { refuse } from '../refuse.ts'

/** What was recorded for a service that isn't here, or 501 with what to write down so that it is. */
export function answerRecorded(context: Context<Env>, name: string): Response {
  const recorded = context.env.app.recorded(name)
  if (recorded !== undefined) return context.json(recorded)
  return refuse(context, { status: 501, message: notRecorded(name) })
}

export function notRecorded(name: string): string {
  return `the emulator does not call other services. Write what this one answers into base44/integrations.json: { ${JSON.stringify(name)}: … }`
}

/** An object of a recorded answer; undefined for anything else. */
export function recordedObject(value: Json | undefined): Readonly<Record<string, Json>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : undefined
}
