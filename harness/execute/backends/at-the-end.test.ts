import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

// In a process of its own, which comes to its end.

const ends: readonly [how: string, program: string, end: [number | null, string | null], said: string][] = [
  ['by itself', ``, [0, null], 'second first'],
  ['by process.exit', `process.exit(3)`, [3, null], 'second first'],
  ['by a throw', `throw new Error('x')`, [1, null], 'second first'],
  ['by a signal that nobody hears', `signal('SIGTERM')`, [null, 'SIGTERM'], 'second first'],
  [
    'when whoever hears the signal has had its say',
    `process.on('SIGINT', () => setTimeout(() => { console.log('heard'); process.exit(130) }, 50)); signal('SIGINT')`,
    [130, null],
    'heard second first',
  ],
  ['without what was forgotten', `forgetFirst()`, [0, null], 'second'],
  [
    'as it would if all was forgotten',
    `forgetFirst(); forgetSecond(); console.log(process.listenerCount('SIGINT')); signal('SIGINT')`,
    [null, 'SIGINT'],
    '0',
  ],
]

test.each(ends)('cleaned when the process ends %s, once, the last first', async (_, program, end, said) => {
  const module = JSON.stringify(new URL('./at-the-end.ts', import.meta.url).href)
  const script = `
    import { writeSync } from 'node:fs'
    import { atTheEnd } from ${module}
    const signal = (name) => { process.kill(process.pid, name); setTimeout(() => {}, 5000) }
    const forgetFirst = atTheEnd(() => writeSync(1, 'first '))
    const forgetSecond = atTheEnd(() => writeSync(1, 'second '))
    ${program}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const closed = once(child, 'close')
  const written = child.stdout.setEncoding('utf8').toArray()
  expect(await closed).toEqual(end)
  expect((await written).join('').trim().split(/\s+/).join(' ')).toBe(said)
})
