import { expect, it } from 'vitest'
import { count, counted, duration } from './quantity.ts'

it('says numbers as a reader would', () => {
  expect(count(1234567)).toBe('1,234,567')
  expect(counted(1, 'case')).toBe('1 case')
  expect(counted(0, 'case')).toBe('0 cases')
  expect(counted(2, 'deviates', 'deviate')).toBe('2 deviate')
})

it.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [3412, '3.4 s'],
  [59_949, '59.9 s'],
  [60_000, '1 min 0 s'],
  [125_400, '2 min 5 s'],
])('says %d milliseconds as %s', (ms, said) => {
  expect(duration(ms)).toBe(said)
})
