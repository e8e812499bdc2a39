import { describe, expect, it } from 'vitest'
import type { Replay } from '../model/replay.ts'
import { readReplay, writeReplay } from './replay-token.ts'

describe('a token', () => {
  it.each<[string, Replay]>([
    ['functions/x@-', { contract: 'functions/x', draw: { kind: 'nothing' } }],
    ['functions/x:row@-', { contract: 'functions/x', row: 'row', draw: { kind: 'nothing' } }],
    ['a/b@-12:0', { contract: 'a/b', draw: { kind: 'seeded', seed: -12, path: '0' } }],
    ['a/b:__proto__@7:3:0:1.0f9a', { contract: 'a/b', row: '__proto__', draw: { kind: 'seeded', seed: 7, path: '3:0:1', check: '0f9a' } }], // prettier-ignore
    ['a/b@all:5', { contract: 'a/b', draw: { kind: 'listed', path: '5' } }],
    ['a/b@witness:name-with-hash', { contract: 'a/b', draw: { kind: 'witness', deviation: 'name-with-hash' } }],
    ['a/b:a%20row%20%40%3a%23%27%2a@-', { contract: 'a/b', row: "a row @:#'*", draw: { kind: 'nothing' } }],
    ['a/b:%c3%a9%f0%9f%98%80@-', { contract: 'a/b', row: 'é😀', draw: { kind: 'nothing' } }],
  ])('%s says what it was made of, and needs no quotes', (token, replay) => {
    expect(writeReplay(replay)).toBe(token)
    expect(readReplay(token)).toEqual(replay)
    expect(token).toMatch(/^[\w/.:@%-]+$/)
  })

  it('may have its row as an id has it', () => {
    expect(readReplay('a/b#row@-')).toEqual(readReplay('a/b:row@-'))
  })

  it.each([
    '',
    '@',
    '@-',
    'a/b',
    'a/b@',
    'a/b@1',
    'a/b@1:',
    'a/b@1:x',
    'a/b@1:2.zzzz',
    'a/b:@-',
    'a/b:c:d@-',
    'a/b@witness:',
    'a/b@99999999999:1',
    'a/b@1:9999999999',
  ])('%j is none', (text) => expect(readReplay(text)).toBeUndefined())
})
