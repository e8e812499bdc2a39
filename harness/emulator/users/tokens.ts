import { createSecretKey } from 'node:crypto'
import { jwtVerify, SignJWT, type JWTPayload } from 'jose'
import { userEntity, type Caller, type Store, type Tokens } from '../emulated.ts'
import { secretIn } from '../secret-in.ts'
import { credentialOf } from './credentials.ts'

interface TokenSettings {
  readonly store: Store
  readonly appId: string
  /** Left out: one at random, which the store keeps. */
  readonly secret?: string
  readonly now: () => Date
}

/**
 * JWTs of one app. Who is meant is looked up at each request: a user who is gone, disabled, or has another password by
 * now is nobody's bearer.
 */
export function openTokens({ store, appId, secret = secretIn(store, 'tokens'), now }: TokenSettings): Tokens {
  const key = createSecretKey(secret, 'utf8')
  /** Tokens whose signature was verified: whom they mean, and whether still, is asked each time. */
  const signed = new Map<string, JWTPayload>()
  let ofService: { readonly token: Promise<string>; readonly until: number } | undefined
  const sign = ({ claims, subject, seconds }: Unsigned): Promise<string> => {
    const issued = Math.floor(now().getTime() / 1000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setSubject(subject)
      .setAudience(appId)
      .setIssuer(issuer)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(key)
  }
  return {
    ofUser: ({ id }) =>
      sign({ claims: { as: 'user', stamp: credentialOf(store, id).stamp }, subject: id, seconds: 30 * day }),
    // Every call of a function is given one: the same for an hour.
    ofService() {
      const at = now().getTime()
      if (ofService === undefined || at >= ofService.until) {
        const token = sign({ claims: { as: 'service' }, subject: 'service-role', seconds: day })
        ofService = { token, until: at + 3_600_000 }
      }
      return ofService.token
    },
    async callerOf(token) {
      const known = signed.get(token)
      if (known !== undefined && isCurrent(known, now())) return callerIn(store, known)
      if (!isCanonical(token)) return 'invalid'
      try {
        const expected = {
          algorithms: [algorithm],
          audience: appId,
          issuer,
          currentDate: now(),
          requiredClaims: ['exp'],
        }
        const { payload } = await jwtVerify(token, key, expected)
        if (signed.size === mostSigned) signed.clear()
        signed.set(token, payload)
        return callerIn(store, payload)
      } catch {
        return 'invalid'
      }
    },
  }
}

/** A token is some 300 bytes long. */
const mostSigned = 1000

function isCurrent({ exp = 0 }: JWTPayload, now: Date): boolean {
  return now.getTime() < exp * 1000
}

const algorithm = 'HS256'
const issuer = 'base44-conformance emulator'
const day = 86_400

interface Unsigned {
  readonly claims: JWTPayload
  readonly subject: string
  readonly seconds: number
}

/** The last letter of base64 has bits to spare: where they are not looked at, an altered token is as good as its own. */
function isCanonical(token: string): boolean {
  const parts = token.split('.')
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}

function callerIn(store: Store, { as, sub, stamp }: JWTPayload): Caller | 'invalid' {
  if (as === 'service') return { kind: 'service' }
  const user = as === 'user' && sub !== undefined ? store.get(userEntity, sub) : undefined
  if (user === undefined || user['disabled'] === true) return 'invalid'
  return stamp === credentialOf(store, user.id).stamp ? { kind: 'user', user } : 'invalid'
}
