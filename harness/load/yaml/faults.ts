import type { YAMLError } from 'yaml'

/** What the YAML parser stumbled over, in our words where they say more than its own. */
export function sayFault(fault: YAMLError): { readonly seen: string; readonly wanted: string } {
  switch (fault.code) {
    case 'DUPLICATE_KEY':
      return { seen: 'a key that stands in this object already', wanted: 'each key once' }
    case 'MULTIPLE_DOCS':
      return { seen: 'a second document (`---`)', wanted: 'one document a file' }
    case 'NON_STRING_KEY':
      return { seen: 'a key that is no text', wanted: 'text as the key' }
    default:
      return { seen: `no valid YAML: ${fault.message}`, wanted: 'YAML 1.2' }
  }
}
