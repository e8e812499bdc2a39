import type { Person } from './people.ts'

export type Operation = 'create' | 'read' | 'update' | 'delete'
/** Everybody or nobody; or what a record and a user must be like. */
export type Rule = boolean | Readonly<Record<string, unknown>>
export type Rules = Readonly<Partial<Record<Operation, Rule>>>
export type Row = Readonly<Record<string, unknown>>

/** Where an entity says nothing of its rows: to each their own. */
export const toEachTheirOwn: Rules = {
  create: { user_condition: { is_service: false } },
  read: { created_by_id: '{{user.id}}' },
  update: { created_by_id: '{{user.id}}' },
  delete: { created_by_id: '{{user.id}}' },
}

/** Whether a rule lets somebody at a row. The service role is let at every one; where no rule is given, everybody is. */
export function mayTouch({ rule, row, by }: { rule: Rule | undefined; row: Row; by: Person | undefined }): boolean {
  if (by?.is_service === true || rule === undefined) return true
  if (typeof rule === 'boolean') return rule
  return by === undefined ? Object.keys(rule).length === 0 : holds(rule, { row, by })
}

type At = { readonly row: Row; readonly by: Person }

function holds(rule: Readonly<Record<string, unknown>>, at: At): boolean {
  return Object.entries(rule).every(([key, wanted]) => {
    if (key === '$or') return (wanted as Row[]).some((one) => holds(one, at))
    if (key === '$and') return (wanted as Row[]).every((one) => holds(one, at))
    if (key === '$nor') return !(wanted as Row[]).some((one) => holds(one, at))
    if (key === 'user_condition') return holds(wanted as Row, { ...at, row: { ...at.by } })
    return fits(at.row[key.replace(/^data\./, '')], filledIn(wanted, at.by))
  })
}

function fits(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted
  const { $in: among, $nin: outside, $ne: other } = wanted as Readonly<Record<string, unknown>>
  if (Array.isArray(among)) return among.includes(value)
  if (Array.isArray(outside)) return !outside.includes(value)
  return value !== other
}

/** `{{user.email}}` is who asks. */
function filledIn(wanted: unknown, by: Person): unknown {
  if (typeof wanted !== 'string') return wanted
  return wanted.replaceAll(/\{\{user\.(?:data\.)?(\w+)\}\}/g, (_, key: string) => String(by[key as keyof Person] ?? ''))
}
