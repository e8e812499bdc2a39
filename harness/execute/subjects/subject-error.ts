/** A subject that could not be fetched, found or started: exit code 5. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError'
}
