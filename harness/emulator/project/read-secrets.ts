import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** Secrets of the app as its files say them; the later file wins. */
export function readSecrets(root: string): Readonly<Record<string, string>> {
  const files = ['.env', '.env.local'].map((name) => join(root, name)).filter((file) => existsSync(file))
  const read = files.map((file) => parseEnv(readFileSync(file, 'utf8')) as Record<string, string>)
  return Object.assign({}, ...read) as Record<string, string>
}
