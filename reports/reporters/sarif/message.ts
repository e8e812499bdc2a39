import { shorten } from '../../shorten.ts'

export interface SarifMessage {
  readonly text: string
}

/**
 * Text as the format wants it said: braces are doubled, since single ones hold the place of an argument, and what
 * would be a link (`[text](address)`) is pulled apart.
 */
export function sarifText(text: string, limit: number = longest): SarifMessage {
  return { text: shorten(text, limit).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') }
}

/** GitHub takes 1,024 characters of a description. */
const longest = 1000

/** The file as a relative reference of a URI. */
export function sarifUri(file: string): string {
  return shorten(file).split('/').map(encodeURIComponent).join('/')
}
