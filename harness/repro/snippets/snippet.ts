/** A few lines that a script holds only if it needs them. */
export interface Snippet {
  readonly code: string
  /** What it keeps in mind, which stands above the lines that use it. */
  readonly state?: string
  /** Other snippets that it uses. */
  readonly needs?: readonly string[]
  /** Names that it imports, by module. */
  readonly imports?: Readonly<Record<string, readonly string[]>>
}
