import type { Fault } from '../../model/fault.ts'

export const followsRedirects: Fault = {
  id: 'backend/follows-redirects',
  title: 'a redirect that a function answers is followed before the caller sees it',
  answer: (answer) =>
    answer.status >= 300 && answer.status < 400
      ? { ...answer, status: 200, headers: answer.headers.filter(([name]) => name.toLowerCase() !== 'location') }
      : answer,
}
