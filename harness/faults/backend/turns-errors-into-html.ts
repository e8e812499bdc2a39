import type { Fault } from '../../model/fault.ts'
import { utf8Of } from '../../language/bytes.ts'

export const turnsErrorsIntoHtml: Fault = {
  id: 'backend/turns-errors-into-html',
  title: 'an error is answered with a page of its own instead of what the function gave',
  answer: (answer) => (answer.status >= 400 ? { ...answer, headers: htmlOnly, body: page } : answer),
}

const htmlOnly = [['content-type', 'text/html']] as const
const page = utf8Of('<!doctype html><title>Error</title>')
