import { expect, test } from 'vitest'
import { lookUp, namesIn, substitute, substituteText } from './substitute.ts'

const bindings = { x: 'v', n: 5, list: [1], h: { all: { a: 1 } }, 'dotted.name': 'whole' }

test('alone a name becomes the value, inside text the text of the value', () => {
  expect(substitute('${list}', bindings)).toEqual([1])
  expect(substitute('${h.all}', bindings)).toEqual({ a: 1 })
  expect(substitute('a${x}b${n}', bindings)).toBe('avb5')
  expect(substitute({ deep: ['${n}', { '${x}': '${x}' }] }, bindings)).toEqual({ deep: [5, { v: 'v' }] })
})

test('$$ writes a literal $, and other dollars stay', () => {
  expect(substitute('$$${x} $5', bindings)).toBe('$v $5')
  expect(substitute('$${x}', bindings)).toBe('${x}')
})

test('what is filled in is not filled in again', () => {
  expect(substitute('<${x}>', { x: '${n}$$' })).toBe('<${n}$$>')
})

test('a $ that a name puts in front of a key is no mark; one that the contract wrote stays one', () => {
  expect(substitute({ '${x}': 1 }, { x: '$is' })).toEqual({ $$is: 1 })
  expect(substitute({ $$is: 1 }, {})).toEqual({ $$is: 1 })
  expect(substitute({ 'a${x}': 1 }, { x: '$b' })).toEqual({ a$b: 1 })
})

test('a name may hold a dot; members of what is bound are own ones', () => {
  expect(lookUp('dotted.name', bindings)).toBe('whole')
  expect(lookUp('h.all.a', bindings)).toBe(1)
  expect(lookUp('h.constructor', bindings)).toBeUndefined()
  expect(() => substitute('${nobody}', bindings)).toThrow('nothing is bound to ${nobody}')
})

test('the text that is filled in may be changed first', () => {
  expect(substituteText('a${x}$$', bindings, (text) => text.toUpperCase())).toBe('aV$')
  expect(namesIn('${x} and $${y} and ${h.all}')).toEqual(['x', 'h.all'])
})
