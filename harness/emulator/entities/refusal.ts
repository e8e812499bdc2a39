import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that is not carried out: thrown by whatever finds out, answered in one place. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode

  constructor(status: ContentfulStatusCode, message: string) {
    super(message)
    this.status = status
  }

  /** What is answered; of a record that is not as its schema wants it in the shape in which `base44 dev` says so. */
  get body(): Readonly<Record<string, unknown>> {
    const { message } = this
    if (this.status !== 422) return { message, detail: message, error_type: 'HTTPException' }
    return { message, detail: message, error_type: 'ValidationError', request_id: null, traceback: '' }
  }
}
