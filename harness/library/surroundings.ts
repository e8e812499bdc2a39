/** Where a call from a program takes place. */
export interface Surroundings {
  /** Where relative paths start, and where the default SDK is looked for. Default: the process's own. */
  readonly cwd?: string
  /**
   * A configuration file to start from: its path, or `true` for the one that the command would find. What a call says
   * besides wins over it, key by key. Default: none, a call says it all.
   */
  readonly config?: string | boolean
}
