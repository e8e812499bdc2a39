import { testMistakes } from '../fixtures/sound-contract.ts'

const data = "data: '${word}'"

testMistakes({
  'an unknown form': ['{ $has: {', '{ $hass: {', '16:17 the unknown form `$hass`', 'did you mean `$has`?'],
  'a form beside another key': [
    '$keep: message',
    '$keep: message, b: 1',
    '21:37 `$keep` beside `b`',
    '`$keep` as the only key',
  ],
  'a matcher that goes in': [
    '[f, { a:',
    '[f, { x: { $is: string }, a:',
    '15:22 the matcher `$is` where a value goes in',
    'matchers stand in expectations only',
  ],
  'a matcher in a reply': ['{ status: 500 }', '{ json: { $is: string } }', '20:24 the matcher `$is`', 'a value'],
  'a value that cannot be seen': [
    data,
    `${data}, x: { $callback: a }`,
    '16:47 `$callback` in an expectation',
    'something that can be seen',
  ],
  'an unknown kind': [data, `${data}, x: { $is: strin }`, '16:52 `"strin"`', 'did you mean `string`?'],
  'an unknown special value': [data, `${data}, x: { $value: nan }`, '16:55 `"nan"`', 'did you mean `NaN`?'],
  'an unknown signal': ['[f, { a:', '[f, { x: { $signal: abort }, a:', '15:31 `"abort"`', 'did you mean `aborted`?'],
  'a callback that does two things': [
    '[f, { a:',
    '[f, { x: { $callback: { name: a, throws: b, rejects: c } }, a:',
    '15:33 `{"name":"a","throws":"b","rejects":"c"}`',
    'one of throws, rejects, resolves',
  ],
  'an unknown property of an error': [
    '$error: { message:',
    '$error: { mesage:',
    '21:26 the unknown key `mesage`',
    'did you mean `message`?',
  ],
  'two bodies of a response': [
    data,
    `${data}, x: { $response: { json: 1, text: a } }`,
    '16:58 `{"json":1',
    'one of json',
  ],
  'a regular expression that is none': [
    data,
    `${data}, x: { $matches: '(' }`,
    '16:57 `"("`',
    'a valid regular expression',
  ],
  'a file with two contents': [
    '[f, { a:',
    '[f, { x: { $file: { name: a, text: a, bytes: YQ== } }, a:',
    '15:29 `{"name":"a","text":"a","bytes":"YQ=="}`',
    'either `text` or `bytes`',
  ],
  'bytes that are no base64': ['[f, { a:', '[f, { x: { $bytes: "!" }, a:', '15:30 `"!"`', 'bytes in base64'],
  'a date that is none': ['[f, { a:', '[f, { x: { $date: today }, a:', '15:29 `"today"`', 'a date in ISO 8601'],
  'an empty $has': ["{ $has: { data: '${word}' } }", "['${word}', { $has: {} }]", '16:35 `{}`', 'at least one key'],
  'a form in $has': [data, `${data}, x: { $has: { $is: string } }`, '16:53 a form', 'the keys that must be there'],
  'a $not alone': ["{ $has: { data: '${word}' } }", "{ $not: '${word}' }", '16:17 `$not` alone', 'what must be seen'],
  'a name to keep that is none': [data, `${data}, x: { $keep: a.b }`, '16:54 `"a.b"`', 'a name'],
})
