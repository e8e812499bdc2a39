import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that is not carried out: thrown by whatever finds out, answered in one place. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.status = status
  }

  /** The shape in which `base44 dev` says that a record is not as its schema wants it. */
  get body(): Readonly<Record<string, unknown>> {
    if (this.status !== 422) return { message: this.message }
    return { error_type: 'ValidationError', message: this.message, request_id: null, traceback: '' }
  }
}
