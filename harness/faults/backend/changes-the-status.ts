import type { Fault } from '../../model/fault.ts'

export const changesTheStatus: Fault = {
  id: 'backend/changes-the-status',
  title: 'an answer has another status of the same hundred',
  answer: (answer) => ({ ...answer, status: neighbour(answer.status) }),
}

function neighbour(status: number): number {
  const hundred = status - (status % 100)
  return status === hundred + 99 ? hundred + 98 : hundred + 99
}
