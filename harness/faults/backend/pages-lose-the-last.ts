import type { Fault } from '../../model/fault.ts'
import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { asks, mapAnswer } from '../kit/entities.ts'

export const pagesLoseTheLast: Fault = {
  id: 'backend/pages-lose-the-last',
  title: 'the last record of each page is lost',
  answer: (answer, { request }) => (asks(request, 'GET', 'v2/list') ? mapAnswer(answer, withoutLast) : answer),
}

/** An object that has no list, or an empty one, stays as it is. */
function withoutLast(page: Encoded): Encoded {
  const items = isObject(page) ? page['items'] : undefined
  return isObject(page) && Array.isArray(items) ? { ...page, items: items.slice(0, -1) } : page
}
