import type { Fault } from '../../model/fault.ts'
import { mapToken } from '../kit/request.ts'

export const swapsTheTokensOfClients: Fault = {
  id: 'sdk/swaps-the-tokens-of-clients',
  title: 'a client sends the token of another client in the same process',
  request: (request) =>
    mapToken(request, (token) =>
      token.includes('alice-') ? token.replace('alice-', 'bob-') : token.replace('bob-', 'alice-'),
    ),
}
