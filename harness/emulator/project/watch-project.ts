import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/** An editor writes a file in several steps, and a checkout many of them. */
const settledMs = 60

/** Tells which paths below a folder have changed, some at once; gives back how to stop. */
export function watchProject(folder: string, onChange: (paths: readonly string[]) => void): () => void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    const paths = [...changed]
    changed.clear()
    onChange(paths)
  }
  const watcher: FSWatcher = watch(folder, { recursive: true, persistent: false }, (_event, path) => {
    if (path === null) return
    changed.add(join(folder, path))
    clearTimeout(timer)
    timer = setTimeout(tell, settledMs)
  })
  // A folder that goes takes the watching with it; what was read is served on.
  watcher.on('error', () => undefined)
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
