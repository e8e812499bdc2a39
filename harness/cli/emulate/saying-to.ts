import pc from 'picocolors'
import type { Said } from '../../emulator/emulated.ts'
import type { Stream } from '../console.ts'

/** Lines of functions and requests for a terminal: each begins with who says it. */
export function sayingTo({ write, colour }: Stream): (said: Said) => void {
  const { dim, red, yellow } = pc.createColors(colour)
  const inks = { info: (text: string) => text, warn: yellow, error: red } as const
  return ({ from, level, text }) => {
    const who = from === 'requests' ? '' : `${dim(`[${from}]`)} `
    write(`${who}${inks[level](text)}\n`)
  }
}
