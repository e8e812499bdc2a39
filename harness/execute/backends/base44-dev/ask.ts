import { SubjectError } from '../../subjects/subject-error.ts'
import type { CliProcess } from './cli-process.ts'
import { startFailureWords, type StartFailure } from './words.ts'

/** What an adapter asks of the backend, which is not yet judged: it has to answer. */
export interface Asking {
  /** `http://127.0.0.1:4400/api/apps/conformance-app` */
  readonly app: string
  readonly cli: CliProcess
  readonly answerMs: number
  readonly signal: AbortSignal | undefined
}

/** Posts JSON, or gets where there is no body; the answer is JSON with these fields, as texts. */
export async function ask<Field extends string>(
  { app, cli, answerMs, signal }: Asking,
  {
    path,
    body,
    headers,
    fields,
  }: { path: string; body?: object; headers?: Record<string, string>; fields: readonly Field[] },
): Promise<Record<Field, string>> {
  const method = body === undefined ? 'GET' : 'POST'
  const limit = AbortSignal.timeout(answerMs)
  const fail = (seen: string): SubjectError =>
    failure(
      { kind: 'no-answer', asked: `${method} ${path}`, seen },
      { doing: 'made base44 dev ready to be judged', cli },
    )
  try {
    const response = await fetch(`${app}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'error',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = textsIn(text, fields)
    if (!response.ok || answer === undefined) throw fail(`${response.status} without ${fields.join(', ')}`)
    return answer
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof SubjectError) throw error
    throw fail(limit.aborted ? `nothing within ${answerMs / 1000} s` : String((error as Error).cause ?? error))
  }
}

export function failure(failed: StartFailure, { doing, cli }: { doing: string; cli: CliProcess }): SubjectError {
  return new SubjectError(startFailureWords(failed, { doing, last: cli.output.last(10) }))
}

function textsIn<Field extends string>(json: string, fields: readonly Field[]): Record<Field, string> | undefined {
  try {
    const answer = JSON.parse(json) as Record<string, unknown> | null
    const entries = fields.map((field): [Field, unknown] => [field, answer?.[field]])
    if (!entries.every(([, value]) => typeof value === 'string')) return undefined
    return Object.fromEntries(entries) as Record<Field, string>
  } catch {
    return undefined
  }
}
