import type { Fault } from '../../model/fault.ts'

/** What a function tells of a secret holds nothing of it; secrets are known by the contract's own words. */
export const hidesSecrets: Fault = {
  id: 'backend/hides-secrets',
  title: 'the secrets of functions are empty',
  answer: (answer, { secrets }) => {
    const text = Buffer.from(answer.body).toString('latin1')
    const hidden = secrets.reduce((rest, secret) => rest.replaceAll(Buffer.from(secret).toString('latin1'), ''), text)
    return { ...answer, body: Buffer.from(hidden, 'latin1') }
  },
}
