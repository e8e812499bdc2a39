import type { Encoded } from '../model/value.ts'
import type { Source } from '../load/yaml/source.ts'

/** What a program handed over, as plain data. What is no data becomes an object that no key takes. */
export function asData(value: unknown): Encoded {
  const seen = new Set<object>()
  const plain = (one: unknown): Encoded | undefined => {
    if (one === undefined || one === null) return one
    if (typeof one === 'string' || typeof one === 'boolean') return one
    if (typeof one === 'number') return Number.isFinite(one) ? one : { number: String(one) }
    if (typeof one !== 'object') return { [typeof one]: describe(one) }
    if (seen.has(one)) return { object: 'that contains itself' }
    seen.add(one)
    const copy = Array.isArray(one) ? one.map((item) => plain(item) ?? null) : fields(one, plain)
    seen.delete(one)
    return copy
  }
  return plain(value) ?? null
}

/** Data of which no place is known but the file. */
export function sourceOf(value: Encoded, file: string): Source {
  return { file, value, place: () => ({ file, line: 0, column: 0 }), faulty: [] }
}

/** A key that is undefined is one that was left out. */
function fields(one: object, plain: (value: unknown) => Encoded | undefined): Encoded {
  const present = Object.entries(one).flatMap(([key, value]) => {
    const data = plain(value)
    return data === undefined ? [] : [[key, data] as const]
  })
  return Object.fromEntries(present)
}

function describe(one: unknown): string {
  return typeof one === 'function' ? one.name : String(one)
}
