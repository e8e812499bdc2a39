/** The surroundings of a command: everything it may write to or read from. */
export interface Console {
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  readonly runtimeVersion: string
  /** For people: a live line on a terminal, then text. */
  readonly stderr: Stream
  /** For machines. */
  readonly stdout: Stream
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

export interface Stream {
  write: (text: string) => void
  readonly isTerminal: boolean
  readonly width: number
  readonly colour: boolean
}
