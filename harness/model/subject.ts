/** What is being judged. */
export interface SdkSubject {
  readonly kind: 'sdk'
  /** Stable name for reports: `@base44/sdk@0.8.50`, or the directory as the user wrote it. */
  readonly id: string
  readonly version: string
  readonly runtime: 'node'
  readonly runtimeVersion: string
  /** Folder of the package. */
  readonly directory: string
  /** The module that `import` would load. */
  readonly entry: string
  /** Resolved versions of what it depends on. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** What is written of a subject: no machine path. */
export type SubjectIdentity = Omit<SdkSubject, 'directory' | 'entry'>
