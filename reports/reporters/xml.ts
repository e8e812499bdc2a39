/** A piece of an XML document, already escaped. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Element | string)[]
}

export function element(name: string, attributes: Element['attributes'], children: Element['children'] = []): Element {
  return { name, attributes, children }
}

/** XML 1.0, indented; text stands as it is, without white space added to it. */
export function renderXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, '')}`
}

function renderElement({ name, attributes, children }: Element, indent: string): string {
  const tag = `${indent}<${name}${renderAttributes(attributes)}`
  if (children.length === 0) return `${tag}/>\n`
  if (children.every((child) => typeof child === 'string')) return `${tag}>${escapeXml(children.join(''))}</${name}>\n`
  const inner = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : renderElement(child, `${indent}  `),
  )
  return `${tag}>\n${inner.join('')}${indent}</${name}>\n`
}

function renderAttributes(attributes: Element['attributes']): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\n\r\t]/g, asReference)}"`)
    .join('')
}

/** Markup becomes text. What XML 1.0 has no way to say, not even as a reference, becomes an escape one can read. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character).replace(illegal, readable)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Everything outside of the production `Char` of XML 1.0, lone surrogates included, and C1 controls. */
const illegal = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function readable(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`
}

function asReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
