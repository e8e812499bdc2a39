import type { Contract } from '../model/contract.ts'
import type { Encoded } from '../model/value.ts'
import { holdsCallback, listedFrames } from './listed-frames.ts'

/**
 * What a contract has to do with sockets: it expects their frames, or hands a callback to a call, which may then hear
 * over one. Of any other they are background: SDKs before 0.8.6 open one with every client, whatever it is for.
 */
export function hearsOfSockets({ steps }: Pick<Contract, 'steps'>): {
  readonly frames: boolean
  readonly any: boolean
} {
  const frames = steps.some(({ expect }) => listedFrames(expect.sends).length > 0)
  return { frames, any: frames || steps.some((step) => step.kind === 'call' && holdsCallback(step.with as Encoded)) }
}
