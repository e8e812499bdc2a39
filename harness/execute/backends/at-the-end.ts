const cleanings = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does something also where this process ends without having been asked; gives back how to forget it. */
export function atTheEnd(clean: () => void): () => void {
  if (cleanings.size === 0) listen()
  cleanings.add(clean)
  return () => {
    if (cleanings.delete(clean) && cleanings.size === 0) stopListening()
  }
}

function listen(): void {
  process.on('exit', cleanAll)
  for (const signal of signals) process.on(signal, onSignal)
}

function stopListening(): void {
  process.off('exit', cleanAll)
  for (const signal of signals) process.off(signal, onSignal)
}

/** Whoever else listens decides what the signal means, and will stop what it started. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  cleanAll()
  process.kill(process.pid, signal)
}

function cleanAll(): void {
  stopListening()
  // What came last may use what came first.
  for (const clean of [...cleanings].reverse()) clean()
  cleanings.clear()
}
