import type { BackendAccess } from './backend.ts'

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

/** A backend that is judged, with a trusted SDK and raw HTTP in the caller's seat. */
export interface BackendSubject {
  readonly kind: 'backend'
  /** Stable name for reports: `base44-dev@0.1.18`, or the address as the user wrote it. */
  readonly id: string
  /** What deviations name it by: `base44-dev`, or `url`. */
  readonly backend: string
  /** Its version, where it tells one; else 0.0.0. */
  readonly version: string
  /** Of the caller's seat. */
  readonly runtime: 'node'
  readonly runtimeVersion: string
  /** What it runs on, and the SDK that takes the caller's seat. */
  readonly dependencies: Readonly<Record<string, string>>
  /** The trusted SDK. */
  readonly entry: string
  readonly access: BackendAccess
  /** Profiles that it claims to implement; left out: whatever is asked. */
  readonly claims?: readonly string[]
}

export type Subject = SdkSubject | BackendSubject

/** What is written of a subject: no machine path, no secret. */
export type SubjectIdentity = Omit<SdkSubject, 'directory' | 'entry'> | Omit<BackendSubject, 'access' | 'entry'>
