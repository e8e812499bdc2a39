import type { Fault } from '../../model/fault.ts'
import { objectFrom } from '../../language/own.ts'

export const onErrorOfTheLastClient: Fault = {
  id: 'sdk/on-error-of-the-last-client',
  title: 'the handler of the client that was made last hears of every error',
  observation: (seen) => {
    const names = Object.keys(seen.notified)
    const all = Object.values(seen.notified).flat()
    return { ...seen, notified: objectFrom(names.map((name) => [name, name === names.at(-1) ? all : []] as const)) }
  },
}
