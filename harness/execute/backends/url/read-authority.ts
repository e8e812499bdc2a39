import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { SubjectError } from '../../subjects/subject-error.ts'

/** The certificates (PEM) of an authority of the user's own. */
export async function readAuthority(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SubjectError(`read the certificate authority ${file}: it cannot be read (${error.code}). Check \`ca\`.`)
  })
  if (isCertificate(text)) return text
  throw new SubjectError(
    `read the certificate authority ${file}: there is no certificate in it. Name a PEM file, which begins with -----BEGIN CERTIFICATE-----.`,
  )
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).subject !== undefined
  } catch {
    return false
  }
}
