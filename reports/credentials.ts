import type { Encoded } from '../harness/model/value.ts'
import type { Violation } from '../harness/model/verdict.ts'
import { rewriteViolation } from './rewrite.ts'

/** Headers whose value lets its holder in. */
const credentialHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'base44-service-authorization',
  'on-behalf-of',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api-key',
  'api_key',
  'x-auth-token',
  'x-access-token',
  'access_token',
])

export function isCredentialHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return credentialHeaders.has(lower) || lower.endsWith('-authorization') || lower.endsWith('-api-key')
}

/** A header's value in two: the scheme, which is no secret and often the finding, and the credential. */
export function splitCredential(value: string): { readonly scheme: string; readonly credential: string } {
  const scheme = /^(?:bearer|basic|digest|token|apikey|negotiate)\s+/i.exec(value)?.[0] ?? ''
  return { scheme, credential: value.slice(scheme.length) }
}

/** What a broken client sends in the place of a credential: worth seeing, and no secret. */
const slips: ReadonlySet<string> = new Set(['', 'undefined', 'null', 'NaN', 'true', 'false', '[object Object]'])

export function isSlip(credential: string): boolean {
  return slips.has(credential.trim()) || /^(?:bearer|basic)$/i.test(credential.trim())
}

/** Every credential in what was seen, in order: in headers, and wherever else something is called like such a header. */
export function credentialsOf(violation: Violation): string[] {
  const found = new Set<string>()
  // What a login answers is in no header yet.
  const text = (seen: string): string => {
    for (const [, token = ''] of seen.matchAll(/"access_token"\s*:\s*"([^"]+)"/g)) found.add(token)
    return seen
  }
  const header = (name: string, value: string): string => {
    const { credential } = splitCredential(value)
    if (isCredentialHeader(name) && !isSlip(credential)) found.add(credential)
    return text(value)
  }
  rewriteViolation({ ...violation, counterexample: {} }, { text, header })
  return [...found]
}

/** Drawn texts → the name they were drawn for (`token`, `h.user`); a text with a scheme also without it. */
export function drawnTexts(counterexample: Readonly<Record<string, Encoded>>): Map<string, string> {
  const names = new Map<string, string>()
  const walk = (value: Encoded, name: string): void => {
    if (typeof value === 'string') {
      for (const text of [value, splitCredential(value).credential]) if (!names.has(text)) names.set(text, name)
    } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      for (const [key, item] of Object.entries(value)) walk(item, name === '' ? key : `${name}.${key}`)
    }
  }
  walk(counterexample, '')
  return names
}
