import type pc from 'picocolors'

export type Ink = ReturnType<typeof pc.createColors>
