import fc, { type Arbitrary } from 'fast-check'
import type { Encoded, EncodedObject } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { formValue } from '../language/form.ts'
import { visibleValue } from './parts/header-parts.ts'
import { token } from './token.ts'

const notSent: Encoded = { $value: 'undefined' }

/**
 * What the platform writes into the request that it hands to a backend function: each header there or not, in every
 * combination. The tokens of both roles are always named, sent or not, so that a contract can say that one occurs
 * nowhere; they differ in their beginning, so that neither holds the other. Breaks what takes one header for
 * another, falls back from one role to the other, or writes `undefined` and `null` out.
 */
export const platformHeaders: Generator = {
  name: 'platform-headers',
  title: 'The headers that the platform injects into a request, each of them there or not',
  members: [
    'userToken',
    'serviceToken',
    'userAuthorization',
    'serviceAuthorization',
    'functionsVersion',
    'state',
    'dataEnv',
  ],
  classes: {
    'nothing at all': (drawn) => sentIn(drawn).length === 0,
    everything: (drawn) => sentIn(drawn).length === 5,
    'the user alone': (drawn) => isSent(drawn, 'userAuthorization') && !isSent(drawn, 'serviceAuthorization'),
    'the service role alone': (drawn) => isSent(drawn, 'serviceAuthorization') && !isSent(drawn, 'userAuthorization'),
    'both roles': (drawn) => isSent(drawn, 'serviceAuthorization') && isSent(drawn, 'userAuthorization'),
    'a version of the functions': (drawn) => isSent(drawn, 'functionsVersion'),
    'a state': (drawn) => isSent(drawn, 'state'),
    'the environment dev': (drawn) => (drawn as EncodedObject)['dataEnv'] === 'dev',
    'the environment prod': (drawn) => (drawn as EncodedObject)['dataEnv'] === 'prod',
    'no version, state or environment': (drawn) =>
      !['functionsVersion', 'state', 'dataEnv'].some((member) => isSent(drawn, member)),
  },
  arbitrary: fc
    .record({
      token: token.arbitrary as Arbitrary<string>,
      user: fc.boolean(),
      service: fc.boolean(),
      functionsVersion: orNotSent(visibleValue),
      state: orNotSent(visibleValue),
      dataEnv: fc.constantFrom(notSent, 'dev', 'prod'),
    })
    .map(({ token, user, service, ...others }) => {
      const userToken = `user-token-${token}`
      const serviceToken = `service-token-${token}`
      return {
        userToken,
        serviceToken,
        userAuthorization: user ? `Bearer ${userToken}` : notSent,
        serviceAuthorization: service ? `Bearer ${serviceToken}` : notSent,
        ...others,
      }
    }),
}

function orNotSent(value: Arbitrary<Encoded>): Arbitrary<Encoded> {
  return fc.oneof(fc.constant(notSent), value)
}

function isSent(drawn: Encoded, member: string): boolean {
  return formValue((drawn as EncodedObject)[member] as Encoded, 'value') !== 'undefined'
}

function sentIn(drawn: Encoded): string[] {
  return Object.keys(drawn as EncodedObject).filter((member) => !member.endsWith('Token') && isSent(drawn, member))
}
