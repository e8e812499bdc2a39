import { calls } from './calls.ts'
import { checks } from './checks.ts'
import { conduct } from './conduct.ts'
import type { Snippet } from './snippet.ts'
import { values } from './values.ts'

const all: Readonly<Record<string, Snippet>> = { ...calls, ...checks, ...values, ...conduct }

/** The snippets that a script needs, with what these need, made to fit the rest of it. */
export function snippetsFor(needed: ReadonlySet<string>): Snippet[] {
  const wanted = new Set<string>()
  const add = (name: string): void => {
    const snippet = Object.hasOwn(all, name) ? all[name] : undefined
    if (snippet === undefined || wanted.has(name)) return
    wanted.add(name)
    snippet.needs?.forEach(add)
  }
  needed.forEach(add)
  return Object.keys(all).flatMap((name) => (wanted.has(name) ? [fitted(all[name] as Snippet, needed)] : []))
}

/** The import lines: what the script itself needs, what its snippets need, and what its steps compare with. */
export function importsOf(snippets: readonly Snippet[], steps: string): string {
  const names = new Map<string, Set<string>>([
    ['node:http', new Set(['createServer'])],
    ['node:querystring', new Set(['unescape'])],
  ])
  for (const { imports = {} } of snippets)
    for (const [module, imported] of Object.entries(imports))
      names.set(module, new Set([...(names.get(module) ?? []), ...imported]))
  if (steps.includes('isDeepStrictEqual('))
    names.set('node:util', new Set([...(names.get('node:util') ?? []), 'isDeepStrictEqual']))
  return [...names].map(([module, imported]) => importLine(module, [...imported])).join('\n')
}

function importLine(module: string, imported: readonly string[]): string {
  const named = imported.filter((name) => !name.startsWith('default '))
  const whole = imported.flatMap((name) => (name.startsWith('default ') ? [name.slice('default '.length)] : []))
  const parts = [...whole, ...(named.length === 0 ? [] : [`{ ${named.join(', ')} }`])]
  return `import ${parts.join(', ')} from '${module}'`
}

/** Places in snippets that depend on what else the script does. */
function fitted(snippet: Snippet, needed: ReadonlySet<string>): Snippet {
  const reading = [
    ...(needed.has('lockstep') ? ['\n      read += chunk.length', '\n      if (read >= written) goOn()'] : []),
    ...(needed.has('abortWhen') ? [`\n      tell('read')`] : []),
  ]
  const thread = needed.has('watched')
    ? '\n  if (!isMainThread) return parentPort.postMessage([code, text, { seen: inspect(seen) }])'
    : ''
  const read = needed.has('readBody') ? 'readBody' : `(value) => ({ how: 'resolved', value })`
  return {
    ...snippet,
    code: snippet.code
      .replace('/* thread */', () => thread)
      .replace('/* reading */', () => reading.join(''))
      .replace('/* read */', () => read),
  }
}
