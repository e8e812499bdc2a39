import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixtureRevision } from '../model/backend.ts'
import { fixtureFunctions } from './fixture-functions.ts'
import { fixtureSecrets } from './fixture-secrets.ts'

/** The README for whoever deploys the fixture app. */
export function operatorPage({
  fixtures,
  version,
  list,
}: {
  fixtures: string
  version: string
  /** Name of the file that lists what was written. */
  list: string
}): string {
  const functions = fixtureFunctions(fixtures)
  const entities = readdirSync(join(fixtures, 'base44', 'entities')).map((name) => name.replace(/\.jsonc$/, ''))
  const samples = functions.filter(({ kind }) => kind === 'sample')
  const uncalled = samples.flatMap(({ name, sample }) =>
    sample?.uncalled === undefined ? [] : [`\`${name}\` is never called, since ${sample.uncalled}`],
  )
  const words: Readonly<Record<string, string>> = {
    revision: String(fixtureRevision),
    version,
    list,
    guest: functions.find(({ kind }) => kind === 'guest')?.name ?? '',
    asking: functions.find(({ kind }) => kind === 'asking')?.name ?? '',
    teller: functions.find(({ kind }) => kind === 'secrets')?.name ?? '',
    secrets: Object.entries(fixtureSecrets(fixtures)).map(inEnvFile).join('\n'),
    functions: String(functions.length),
    entities: String(entities.length),
    // An app has its users whether it gives them fields or not.
    entityNames: inWords(entities.filter((name) => name !== 'User')),
    samples: inWords(samples.map(({ name }) => name)),
    uncalled: uncalled.join('; '),
  }
  const page = readFileSync(join(fixtures, 'operator.md'), 'utf8')
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const text = words[word]
    if (text === undefined) throw new Error(`operator.md asks for {{${word}}}, which nothing gives`)
    return text
  })
}

/** As files of environments are read: within single quotes or back quotes everything stands for itself. */
function inEnvFile([name, value]: [string, string]): string {
  const quote = value.includes("'") ? '`' : "'"
  return `${name}=${quote}${value}${quote}`
}

function inWords(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
