/** A place in a file; line and column count from 1, and are 0 where only the file is known. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One mistake in what a user wrote, with all that is needed to mend it. */
export interface Problem {
  readonly place: Place
  /** What was being read, e.g. `step 2 of functions/…`. */
  readonly doing: string
  /** What stands there. */
  readonly seen: string
  /** What may stand there, or what to do. */
  readonly wanted: string
  /** Nothing is wrong: a person has yet to write what only a person can write. */
  readonly unfinished?: true
}
