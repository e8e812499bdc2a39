import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonc } from './jsonc.ts'
import { toEachTheirOwn, type Rules } from './row-rules.ts'

/** The rules of an entity, by its name; undefined where the app has no such entity. */
export function rulesOfEntities(folder: string): (name: string) => Rules | undefined {
  if (!existsSync(folder)) return () => toEachTheirOwn
  const files = readdirSync(folder).filter((file) => /\.jsonc?$/.test(file))
  const rules = new Map(
    files.map((file) => {
      const { name, rls } = parseJsonc(readFileSync(join(folder, file), 'utf8')) as { name?: string; rls?: Rules }
      return [name ?? file.replace(/\.jsonc?$/, ''), rls ?? {}]
    }),
  )
  return (name) => rules.get(name)
}
