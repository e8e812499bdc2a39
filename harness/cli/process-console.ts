import type { Console, Stream } from './console.ts'

/** The real surroundings; the only place that touches the process. */
export function processConsole(): Console {
  return {
    cwd: process.cwd(),
    environment: process.env,
    runtimeVersion: process.versions.node,
    stderr: streamOf(process.stderr),
    stdout: streamOf(process.stdout),
    signal: interruption(),
  }
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  stream.on('error', ignoreClosedPipe)
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY && process.env['CI'] === undefined,
    width: Math.max(60, Math.min(stream.columns ?? 100, 120)),
    colour: wantsColour(stream),
  }
}

/** `list | head` has read enough; what is being done still ends with its own exit code. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** NO_COLOR and FORCE_COLOR as the conventions of those names say. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true
  return stream.isTTY && TERM !== 'dumb'
}

/** One Ctrl-C may come twice: from the terminal, and from an npm or a Node that stands in between and passes it on. */
const echoMs = 300

/** The first Ctrl-C asks to stop and keeps what there is; the second one insists. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  let askedAt = Infinity
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (performance.now() - askedAt > echoMs) process.exit(130)
      askedAt = Math.min(askedAt, performance.now())
      controller.abort()
    })
  }
  return controller.signal
}
