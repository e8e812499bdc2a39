import { expect, test } from 'vitest'
import { openOutput } from './output.ts'

test('lines are found and kept, however they come in pieces', async () => {
  const output = openOutput({ secrets: [] })
  const [out, err] = [output.reader(), output.reader()]
  const found = output.next(/code: (\d+)/)
  out('[backend] \nuse this co')
  err('a warn')
  out('de: 1234\r\n\n')
  err('ing\n')
  expect((await found)[1]).toBe('1234')
  expect(output.last(10)).toEqual(['[backend]', 'use this code: 1234', 'a warning'])
})

test('only lines from now on are waited for', async () => {
  const output = openOutput({ secrets: [] })
  const read = output.reader()
  read('code: 1\n')
  const found = output.next(/code: (\d)/)
  read('code: 2\ncode: 3\n')
  expect((await found)[1]).toBe('2')
})

test('secrets, tokens and colours are not repeated', () => {
  const output = openOutput({ secrets: ['hunter2', ''] })
  output.reader()('\u{1b}[31mkey hunter2, hunter2\u{1b}[0m; Bearer eyJhbGci.eyJzdWIi.c2ln-_!\n')
  expect(output.last(1)).toEqual(['key ‹secret›, ‹secret›; Bearer ‹token›!'])
})

test('what a function writes fills no memory', () => {
  const output = openOutput({ secrets: [] })
  const read = output.reader()
  for (let count = 0; count < 1000; count += 1) read('x'.repeat(10_000))
  for (let count = 0; count < 1000; count += 1) read(`\n${count}`)
  const kept = output.last(Infinity)
  expect(kept).toHaveLength(200)
  expect(Math.max(...kept.map((line) => line.length))).toBeLessThanOrEqual(2000)
})
