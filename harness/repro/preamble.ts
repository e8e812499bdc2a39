import type { Lane } from '../model/plan.ts'
import { NotExpressible } from './not-expressible.ts'
import type { Script } from './script.ts'
import { quote } from './source/text.ts'

export interface Preamble {
  readonly text: string
  /** The last lines: nothing was found. */
  readonly end: string
}

/** How the SDK is loaded, and what is watched for while it is used. */
export function preambleSource(script: Script, lane: Lane): Preamble {
  const { mismatch, needed } = script
  if (mismatch.kind === 'crashed') script.need('watched')
  if (mismatch.kind === 'escaped') watchEscapes(script)
  if (lane === 'host-name') script.need('hostNames')
  for (const name of ['holds', 'say']) if (needed.has(name)) script.need('end')
  if (needed.has('equals')) script.need('holds')
  return { text: text(script), end: endOf(script) }
}

function watchEscapes(script: Script): void {
  const { observedClass } = script.mismatch
  if (observedClass !== 'net' && observedClass !== 'tls')
    throw new NotExpressible(`another host was looked for through ${observedClass}, which a script does not watch`)
  script.need('elsewhere')
  script.need('holds')
}

function text({ mismatch, needed }: Script): string {
  const crashed = mismatch.kind === 'crashed'
  const factories = ['createClient', 'createClientFromRequest'].filter((name) => needed.has(name))
  const loading = `await import('@base44/sdk').catch((error) => end(${mismatch.observedClass === 'load' ? 'asReported' : 'otherwise'}, 'The SDK cannot be loaded', { error }))`
  const uncaught =
    mismatch.kind === 'uncaught'
      ? `say({ how: 'threw', value: error }) === ${quote(`threw ${mismatch.observedClass}`)} ? asReported : otherwise`
      : 'otherwise'
  if (mismatch.kind === 'uncaught') needed.add('say')
  return [
    'const asReported = 1',
    'const otherwise = 2',
    ...(crashed ? [`const reported = ${quote(mismatch.observedClass)}`, 'if (isMainThread) await watch()'] : []),
    `process.on('uncaughtException', (error) => end(${uncaught}, 'An error that nobody caught', { error }))`,
    `setTimeout(() => end(otherwise, 'Nothing came within 30 seconds'), 30_000)`,
    factories.length === 0 ? loading : `const { ${factories.join(', ')} } = ${loading}`,
  ].join('\n')
}

/** What comes late is waited for; what was not found is said. */
function endOf({ mismatch }: Script): string {
  const late = mismatch.kind === 'uncaught' || mismatch.kind === 'escaped'
  return [
    ...(late ? ['await new Promise((resolve) => setTimeout(resolve, 100))'] : []),
    ...(mismatch.kind === 'escaped'
      ? [`holds(asReported, 'nothing leaves for another host', elsewhere.length === 0, [], elsewhere)`]
      : []),
    `end(0, 'The promise is kept')`,
  ].join('\n')
}
