import { atTheEnd } from '../at-the-end.ts'
import { openSink, type Sink } from '../sink.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** All that one backend has to itself, but its process. */
export interface Surroundings {
  readonly workspace: Workspace
  readonly sink: Sink
  /** Nothing of it is left. */
  readonly clear: () => void
}

export async function openSurroundings(wanted: Parameters<typeof makeWorkspace>[0]): Promise<Surroundings> {
  const workspace = await makeWorkspace(wanted)
  const forget = atTheEnd(workspace.remove)
  const sink = await openSink()
  return {
    workspace,
    sink,
    clear() {
      sink.close()
      workspace.remove()
      forget()
    },
  }
}
