import type { Bindings, Encoded } from '../model/value.ts'
import type { Answer, Given } from '../model/world.ts'
import { utf8Of } from '../language/bytes.ts'
import { isObject } from '../language/form.ts'
import { jsonText } from '../language/json.ts'
import { substitute } from '../language/substitute.ts'
import { platformAnswer } from './answer.ts'

/** The seeded records of a contract's world: they can be listed and read one by one. */
export interface Records {
  /** `below` is what follows the root of entities: the entity's name, then perhaps an id. */
  answer: (method: string, below: readonly string[]) => Answer
}

/** Seeds the records of every owner, with an id each and the owner as `created_by`. */
export function seedRecords({ entities }: Given, bindings: Bindings): Records {
  const seeded = Object.entries(entities).flatMap(([name, byOwner]) => {
    const entity = String(substitute(name, bindings))
    return Object.entries(byOwner).flatMap(([owner, records]) => records.map((record) => ({ entity, owner, record })))
  })
  const records = seeded.map(({ entity, owner, record }, index) => {
    const fields = substitute(record, bindings)
    const own = { id: `${entity}-${index + 1}`, created_by: `${owner}@example.com` }
    return { entity, id: own.id, fields: { ...own, ...(isObject(fields) ? fields : {}) } }
  })
  return {
    answer(method, [entity, id, ...rest]) {
      if (method !== 'GET' || entity === undefined || rest.length > 0) {
        return platformAnswer(501, 'the stage only lists and reads seeded records')
      }
      const all = records.filter((record) => record.entity === entity)
      if (id === undefined) return found(all.map(({ fields }) => fields))
      const one = all.find((record) => record.id === id)
      return one === undefined ? platformAnswer(404, 'there is no such record') : found(one.fields)
    },
  }
}

function found(value: Encoded): Answer {
  return { status: 200, headers: [['content-type', 'application/json']], body: utf8Of(jsonText(value) ?? 'null') }
}
