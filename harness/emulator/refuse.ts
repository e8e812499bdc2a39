import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env, Json } from './emulated.ts'

/** What a request is refused with: the sentence stands where the SDK (`message`) and the platform (`detail`) put it. */
export function refuse(
  context: Context<Env>,
  {
    status,
    message,
    more = {},
  }: { status: ContentfulStatusCode; message: string; more?: Readonly<Record<string, Json>> },
): Response {
  return context.json({ message, detail: message, error_type: 'HTTPException', ...more }, status)
}
