import type { DeployStep } from '../../model/contract.ts'
import { substitute } from '../../language/substitute.ts'
import { decode } from './decode.ts'
import { timedOut, type Performance, type Performed } from './performance.ts'
import { settle } from './settle.ts'

/** Puts files into the project of a backend that runs here; it is up to the backend to see them. */
export async function performDeploy(step: DeployStep, at: Performance): Promise<Performed> {
  const { session, bindings, deadline } = at
  if (session.deploy === undefined) throw new Error('nothing is deployed here; the plan should know')
  const files = decode(substitute(step.files, bindings), session.hooks) as Readonly<Record<string, unknown>>
  const written = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  const settled = await settle(session.deploy(written), deadline)
  if (settled.kind === 'timed-out') return timedOut(at)
  if (settled.kind === 'rejected') throw settled.error
  return { outcome: { kind: 'resolved', value: { $value: 'undefined' } }, streamed: [] }
}

/** Text, or what a form came to. */
function bytesOf(content: unknown): Uint8Array {
  return content instanceof Uint8Array ? content : Buffer.from(String(content))
}
