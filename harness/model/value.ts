/**
 * A JavaScript value as plain data: JSON, plus the forms of the contract language for what JSON lacks
 * (`{ $value: "undefined" }`, `{ $file: … }`, `{ $error: … }`). A key that begins with `$` in the value
 * itself is written with `$$`. Bytes stay `Uint8Array` in memory and become base64 when written.
 */
export type Encoded = null | boolean | number | string | Uint8Array | readonly Encoded[] | EncodedObject

/** Keys are own properties: `__proto__` is a key like any other. */
export interface EncodedObject {
  readonly [key: string]: Encoded
}

/**
 * A piece of a contract before substitution: like {@link Encoded}, but text may hold `${name}` and `$$`.
 */
export type Template = Encoded

/** What the names of a contract stand for in one case. */
export type Bindings = Readonly<Record<string, Encoded>>
