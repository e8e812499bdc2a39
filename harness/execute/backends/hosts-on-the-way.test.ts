import { expect, test } from 'vitest'
import { hostsOnTheWay } from './hosts-on-the-way.ts'

test.each<[Parameters<typeof hostsOnTheWay>[0], string[]]>([
  [{ url: 'https://staging.example.com/app' }, ['staging.example.com']],
  [{ url: 'https://[2001:db8::1]:8443', proxy: 'http://me:secret@proxy:3128' }, ['[2001:db8::1]', 'proxy']],
])('%o', (reach, hosts) => expect(hostsOnTheWay(reach)).toEqual(hosts))
