import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { Env } from './emulated.ts'
import { parsed } from './entities/json-body.ts'
import { refuse } from './refuse.ts'

/**
 * The JSON that a route wants; anything else is a 422 that names the field, and what is of the right kind but too short
 * or long a 400, as base44 dev answers for passwords. `context.req.valid('json')` has it.
 */
export function body<Value extends object>(
  shape: z.ZodType<Value>,
): MiddlewareHandler<Env, string, { in: { json: Value }; out: { json: Value } }> {
  return async (context, next) => {
    const text = await context.req.text()
    const read = shape.safeParse(text === '' ? {} : parsed(text, 'The body of the request'))
    if (!read.success) {
      const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`)
      const status = read.error.issues.every(({ code }) => code === 'too_small' || code === 'too_big') ? 400 : 422
      return refuse(context, { status, message: problems.join('; ') })
    }
    context.req.addValidatedData('json', read.data)
    return next()
  }
}
