import type { Fault } from '../../model/fault.ts'

/** What a function tells of a secret holds nothing of it. */
export const hidesSecrets: Fault = {
  id: 'backend/hides-secrets',
  title: 'the secrets of functions are empty',
  answer: (answer, { secrets }) => {
    const written = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]).map(byteByByte)
    const hidden = written.reduce((text, secret) => text.replaceAll(secret, ''), latin1Of(answer.body))
    return { ...answer, body: Buffer.from(hidden, 'latin1') }
  },
}

function latin1Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function byteByByte(text: string): string {
  return latin1Of(Buffer.from(text))
}
