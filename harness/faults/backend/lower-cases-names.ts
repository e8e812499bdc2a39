import type { Fault } from '../../model/fault.ts'

export const lowerCasesNames: Fault = {
  id: 'backend/lower-cases-names',
  title: 'a function is looked for by its name in lower case',
  request: (request) => ({
    ...request,
    target: request.target.replace(/\/functions\/[^?]*/, (path) => path.toLowerCase()),
  }),
}
