import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { asks, mapAnswer } from '../kit/entities.ts'

export const pagesNeverEnd: Fault = {
  id: 'backend/pages-never-end',
  title: 'each page says that there is another',
  answer: (answer, { request }) =>
    asks(request, 'GET', 'v2/list')
      ? mapAnswer(answer, (page) => (isObject(page) ? { ...page, has_more: true } : page))
      : answer,
}
