import fc from 'fast-check'
import { expect, it } from 'vitest'
import { element, escapeXml, renderXml } from './xml.ts'

it('renders elements', () => {
  const root = element('a', { b: 1, none: undefined }, [element('c', {}), element('d', {}, ['x <&> y'])])
  expect(renderXml(root)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n  <c/>\n  <d>x &lt;&amp;&gt; y</d>\n</a>\n',
  )
})

it('keeps line breaks in attributes', () => {
  expect(renderXml(element('a', { b: 'x\ny\t"z"' }))).toContain('b="x&#10;y&#9;&quot;z&quot;"')
})

it.each([
  [']]>', ']]&gt;'],
  ['<script>', '&lt;script&gt;'],
  ['\u0000\u001b', '\\u0000\\u001b'],
  ['\ud800', '\\ud800'],
  ['\uffff', '\\uffff'],
  ['👋 é\n', '👋 é\n'],
])('escapes %j', (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped)
})

it('lets through only what XML 1.0 knows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
      expect(escapeXml(text)).toMatch(/^(?:[^<>&"']|&(?:amp|lt|gt|quot|apos);)*$/u)
    }),
  )
})
