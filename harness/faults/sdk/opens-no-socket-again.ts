import type { Fault } from '../../model/fault.ts'

export const opensNoSocketAgain: Fault = {
  id: 'sdk/opens-no-socket-again',
  title: 'a socket is closed for a new token, and none is opened in its place',
  observation: (seen) => {
    const closed = seen.exchanges.findIndex(({ frame }) => frame?.kind === 'close')
    if (closed === -1) return seen
    return { ...seen, exchanges: seen.exchanges.filter(({ frame }, at) => frame === undefined || at <= closed) }
  },
}
