import type { Fault } from '../../model/fault.ts'

export const leaksTheServiceToken: Fault = {
  id: 'backend/leaks-the-service-token',
  title: 'an answer tells the service token in a header',
  answer: (answer, { serviceToken }) =>
    serviceToken === undefined
      ? answer
      : { ...answer, headers: [...answer.headers, ['x-service-token', serviceToken]] },
}
