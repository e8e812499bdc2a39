import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env } from '../emulated.ts'
import { refuse } from '../refuse.ts'

/** A request that is not carried out: thrown by whatever finds out, answered in one place. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.status = status
  }
}

/** A record that is not as its schema wants it is told of in the shape in which `base44 dev` does. */
export function answerRefusal(context: Context<Env>, { status, message }: Refusal): Response {
  const more = status === 422 ? { error_type: 'ValidationError', request_id: null, traceback: '' } : {}
  return refuse(context, { status, message, more })
}
