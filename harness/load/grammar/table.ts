import { z } from 'zod'
import { closed, line, named, prose } from './words.ts'

/**
 * A file of `contracts/tables`: promises that say *all*, *any*, *every*, spelled out. One case, or one reason, behind
 * a way stands for all members.
 */
export function tablesGrammar(): z.ZodType {
  const cell = z.union([line(), closed({ reason: prose() })], { error: 'a case (`contract#row`), or { reason }' })
  const way = z.union([line(), named(cell)], { error: 'a case, or member → case or { reason }' })
  return z.array(
    closed({
      statements: z.array(line(), 'a list of statement ids').min(1, 'at least one statement'),
      promise: prose(),
      ways: named(prose()),
      members: z.array(line(), 'a list of members').min(1, 'at least one member'),
      cells: named(way),
    }),
    'a list of tables',
  )
}
