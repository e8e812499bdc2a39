/** Thrown where a script would have to lie: this cannot be told with the SDK and `node:http` yet. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible'
}
