import type { PlannedWrites } from '../plan/planned-writes.ts'
import { UsageError } from './usage-error.ts'

/**
 * Throws where a run would write to a host that is not this machine and that nobody named: with all it would create
 * and delete, and how to allow it. Comes before anything is sent there.
 */
export function refuseWrites({
  backends,
  allowed,
  writes,
  runId,
}: {
  backends: readonly { readonly url: string; readonly host: string; readonly isLoopback: boolean }[]
  /** Every `--allow-writes`, as it was written. */
  allowed: readonly string[]
  writes: readonly PlannedWrites[]
  runId: string
}): void {
  const refused = backends.filter(({ host, isLoopback }) => !isLoopback && !allowed.includes(host))
  if (refused.length === 0) return
  const lines = [
    `prepared to judge ${refused.map(({ url }) => url).join(' and ')}: ${words.notHere(refused.length)}`,
    `  creates  ${words.creates(writes, runId)}`,
    `  calls    ${words.calls}`,
    `  deletes  ${words.deletes(writes, runId)}`,
    `${words.nothingSent} ${refused.map(({ host }) => `--allow-writes ${host}`).join(' ')}`,
    ...unknownHosts(allowed, backends),
  ]
  throw new UsageError(lines.join('\n'))
}

const words = {
  notHere: (count: number): string =>
    `${count === 1 ? 'it is' : 'they are'} not on this machine, and the run would write there:`,
  creates: (writes: readonly PlannedWrites[], runId: string): string =>
    writes.length === 0 ? 'no records' : `${listed(writes)}, by the test users, each with \`run: ${runId}\``,
  calls: 'the functions of the fixture app, which hand every request to this machine',
  deletes: (writes: readonly PlannedWrites[], runId: string): string =>
    writes.length === 0 ? 'no records' : `records of the same entities that carry \`run: ${runId}\`, and no others`,
  nothingSent: 'Nothing was sent. If that is what you want, name the host exactly:',
}

function listed(writes: readonly PlannedWrites[]): string {
  const each = writes.map(({ entity, contracts }) => `${entity} (${contracts} contract${contracts === 1 ? '' : 's'})`)
  return `records of ${each.join(', ')}`
}

/** A name that is meant but not written exactly would be read over. */
function unknownHosts(allowed: readonly string[], backends: readonly { readonly host: string }[]): string[] {
  const unknown = allowed.filter((host) => !backends.some((backend) => backend.host === host))
  return unknown.length === 0 ? [] : [`Named were: ${unknown.join(', ')}, which is none of them.`]
}
