import { expect, test } from 'vitest'
import { SubjectError } from '../../subjects/subject-error.ts'
import { readAddress } from './read-address.ts'

test.each([
  ['http://localhost:3000', 'http://localhost:3000', 'localhost:3000', true],
  ['http://localhost:3000/', 'http://localhost:3000', 'localhost:3000', true],
  ['HTTP://127.0.0.1', 'http://127.0.0.1', '127.0.0.1', true],
  ['http://[::1]:4000/a/b/', 'http://[::1]:4000/a/b', '[::1]:4000', true],
  ['http://app.localhost', 'http://app.localhost', 'app.localhost', true],
  ['https://staging.example.com/base44', 'https://staging.example.com/base44', 'staging.example.com', false],
  ['https://[2001:db8::1]', 'https://[2001:db8::1]', '[2001:db8::1]', false],
  ['http://127.0.0.1.example.com', 'http://127.0.0.1.example.com', '127.0.0.1.example.com', false],
  ['http://0.0.0.0:3000', 'http://0.0.0.0:3000', '0.0.0.0:3000', false],
])('%s', (spec, url, host, isLoopback) => {
  expect(readAddress(spec)).toEqual({ url, host, isLoopback })
})

test.each([
  ['localhost:3000', 'read --backend localhost:3000: it is no address. Write http(s)://host[:port][/prefix]'],
  ['', 'it is no address'],
  ['http://', 'it is no address'],
  ['http://[::1', 'it is no address'],
  ['http://host:99999', 'it is no address'],
  ['ftp://host/x', 'read --backend ftp://…: only http and https are spoken.'],
  ['http://host/x?key=sesame', 'read --backend http://host/x…: it goes on behind the path.'],
  ['http://host/#sesame', 'it goes on behind the path'],
  ['http://me:sesame@host', 'a name or a password stands in the address'],
  ['me:sesame@host', 'read --backend …: it is no address.'],
])('%s is refused, and no secret is repeated', (spec, message) => {
  const refused = (): unknown => readAddress(spec)
  expect(refused).toThrow(SubjectError)
  expect(refused).toThrow(message)
  expect(refused).not.toThrow('sesame')
})
