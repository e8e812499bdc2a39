import type { Fault } from '../../model/fault.ts'
import { callsAFunction } from '../kit/addresses.ts'
import { jsonAnswer } from '../kit/json-answer.ts'
import { hasToken } from '../kit/request.ts'

export const needsAToken: Fault = {
  id: 'backend/needs-a-token',
  title: 'functions are only called for those who are signed in',
  instead: (request) =>
    callsAFunction(request) && !hasToken(request) ? jsonAnswer(401, { message: 'Unauthorized' }) : undefined,
}
