import { randomBytes, scrypt, scryptSync, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

/** A password as it is kept: salted, by scrypt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return written(salt, await derive(password, salt, length, cost))
}

/** The same where nothing may wait: who seeds users wants them at once. */
export function hashPasswordNow(password: string): string {
  const salt = randomBytes(16)
  return written(salt, scryptSync(password, salt, length, cost))
}

/** Takes as long where there is no password to compare with: who asks must not learn whose address is known. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [salt, hash] = (kept ?? decoy).split('.').map((part) => Buffer.from(part, 'base64url'))
  if (salt === undefined || hash === undefined) return false
  const same = timingSafeEqual(await derive(password, salt, length, cost), hash)
  return same && kept !== undefined
}

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const length = 32
// Node's own default, written down since what is kept depends on it: some 30 ms.
const cost = { N: 16_384, r: 8, p: 1 }
const decoy = written(Buffer.alloc(16), Buffer.alloc(length))

function written(salt: Buffer, hash: Buffer): string {
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`
}
