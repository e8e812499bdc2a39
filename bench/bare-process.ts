import { bareLoop } from './bare.ts'

// A process with nothing but the SDK in a loop: what its memory is compared with.
const sdk: unknown = await import('@base44/sdk')
const values = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'a parameter', list: [1, 2, 3] }))
await bareLoop({ sdk, values })
