import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { isRelayed, type AppFile, type FixtureFunction } from '../model/fixture-app.ts'
import { fixtureRevision } from '../model/backend.ts'
import { fixtureFunctions } from './fixture-functions.ts'

/** Every file of the fixture app: what lies in `base44/` as it is, and the relay once for each name. */
export function fixtureFiles(fixtures: string): readonly AppFile[] {
  const relay = readFileSync(join(fixtures, 'relay.ts'), 'utf8')
  const relayed = fixtureFunctions(fixtures).filter(isRelayed)
  const files = [...verbatim(fixtures), ...relayed.flatMap((one) => relayFiles(one, relay))]
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function verbatim(fixtures: string): AppFile[] {
  const found = readdirSync(join(fixtures, 'base44'), { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(fixtures.length + 1).replaceAll(sep, '/'),
      text: readFileSync(path, 'utf8'),
    }))
}

function relayFiles({ name, folder, entry }: FixtureFunction, relay: string): AppFile[] {
  const text = relay
    .replace("'FUNCTION_NAME'", JSON.stringify(name))
    .replace("'FIXTURE_REVISION'", `${fixtureRevision}`)
  const home = `base44/functions/${folder}`
  const code = { path: `${home}/${entry}`, text }
  if (folder === name) return [code]
  return [{ path: `${home}/function.jsonc`, text: `${JSON.stringify({ name, entry }, null, 2)}\n` }, code]
}
