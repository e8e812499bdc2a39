import type { Fault } from '../../model/fault.ts'
import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { queryTextOf } from '../../language/target.ts'
import { asks, mapAnswer } from '../kit/entities.ts'

export const sortsAsText: Fault = {
  id: 'backend/sorts-as-text',
  title: 'numbers are sorted as texts are',
  answer: (answer, { request }) => {
    const field = new URLSearchParams(queryTextOf(request.target)).get('sort')
    return field === null || !asks(request, 'GET', '') ? answer : mapAnswer(answer, (list) => sortedAsText(list, field))
  },
}

function sortedAsText(list: Encoded, field: string): Encoded {
  const name = field.replace(/^[+-]/, '')
  const text = (record: Encoded): string => (isObject(record) ? String(record[name]) : '')
  if (!Array.isArray(list)) return list
  const sorted = list.toSorted((a: Encoded, b: Encoded) => (text(a) < text(b) ? -1 : 1))
  return field.startsWith('-') ? sorted.reverse() : sorted
}
