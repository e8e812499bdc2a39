import { expect, test } from 'vitest'
import { readPacket, writeEvent } from './packet.ts'

test.each([
  ['0{"sid":"x"}', { kind: 'other' }],
  ['2', { kind: 'other' }],
  ['40', { kind: 'taken' }],
  ['40{"sid":"x"}', { kind: 'taken' }],
  ['44{"message":"no"}', { kind: 'refused' }],
  ['41', { kind: 'left' }],
  ['42["join","room"]', { kind: 'event', event: 'join', args: ['room'], head: '42' }],
  ['42/a,7["x",{"$y":1},[]]', { kind: 'event', event: 'x', args: [{ $$y: 1 }, []], head: '42/a,7' }],
  ['42["broken"', { kind: 'other' }],
  ['42[1]', { kind: 'other' }],
])('%s', (text, packet) => {
  expect(readPacket(text)).toEqual(packet)
  if (packet.kind === 'event') expect(writeEvent(packet as Parameters<typeof writeEvent>[0])).toBe(text)
})
