import { existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { counted } from '../../../reports/quantity.ts'
import { fixtureFiles } from '../../load/fixture-files.ts'
import { operatorPage } from '../../load/operator-page.ts'
import { fixtureRevision } from '../../model/backend.ts'
import type { AppFile } from '../../model/fixture-app.ts'
import type { Console } from '../console.ts'
import { planWriting, type WritingPlan } from '../fixture-app/plan-writing.ts'
import { listName, listText, readList } from '../fixture-app/written-list.ts'
import type { Home } from '../home.ts'
import { UsageError } from '../usage-error.ts'

/** Writes out the app that a backend under test must have, with a README for whoever deploys it. */
export async function fixtureCommand({
  folder,
  console,
  home,
}: {
  folder: string
  console: Console
  home: Home
}): Promise<number> {
  const into = resolve(console.cwd, folder)
  const files = filesOf(home)
  const plan = planFor({ into, shown: folder, files })
  for (const path of plan.remove) remove(into, path)
  for (const file of plan.write) write(into, file)
  // Last: what is not listed yet is taken for its own anyway where it is as it would be written.
  write(into, { path: listName, text: listText(files, fixtureRevision) })
  console.stderr.write(sayWritten({ files, plan, shown: folder }))
  return 0
}

function filesOf({ fixtures, version }: Home): readonly AppFile[] {
  const readme = { path: 'README.md', text: operatorPage({ fixtures, version, list: listName }) }
  return [...fixtureFiles(fixtures), readme]
}

/** Nothing is written where anything would be lost, or where a project of somebody's own would get a guest. */
function planFor({ into, shown, files }: { into: string; shown: string; files: readonly AppFile[] }): WritingPlan {
  const doing = `wrote the fixture app into ${shown}`
  if (existsSync(into) && !statSync(into).isDirectory()) {
    throw new UsageError(`${doing}: that is a file. Name a folder, which need not exist yet. Nothing was written.`)
  }
  const before = readList(into)
  if (before === undefined && existsSync(join(into, 'base44'))) {
    throw new UsageError(
      `${doing}: a Base44 project lies there already, and this app never becomes part of another: whoever has its key ` +
        'may do everything in it. Name an empty folder. Nothing was written.',
    )
  }
  const plan = planWriting({ folder: into, files, before })
  if (plan.foreign.length === 0) return plan
  const [first, ...rest] = plan.foreign
  const others = rest.length === 0 ? '' : ` and ${counted(rest.length, 'other')}`
  throw new UsageError(
    `${doing}: ${first}${others} would be lost, which this command did not write, or which changed since. ` +
      'Move what you want to keep, or name an empty folder. Nothing was written.',
  )
}

function write(into: string, { path, text }: AppFile): void {
  mkdirSync(dirname(join(into, path)), { recursive: true })
  writeFileSync(join(into, path), text)
}

/** With the folder that it lay in alone: an empty one below `functions/` would be a riddle. */
function remove(into: string, path: string): void {
  rmSync(join(into, path))
  try {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) rmdirSync(join(into, folder))
  } catch {
    // Something else lies in it.
  }
}

function sayWritten({
  files,
  plan: { write, remove },
  shown,
}: {
  files: readonly AppFile[]
  plan: WritingPlan
  shown: string
}): string {
  const functions = files.filter(({ path }) => /\/entry\.[jt]s$/.test(path)).length
  const entities = files.filter(({ path }) => path.startsWith('base44/entities/')).length
  const removed = remove.length === 0 ? '' : `, ${remove.length} removed`
  return `The fixture app, revision ${fixtureRevision}, is in ${shown}: ${functions} functions and ${entities} entities.
${counted(write.length, 'file')} written, ${files.length - write.length} as they were${removed}.

Deploy it into an app of its own, never into a production app:
  cd ${shown}
  npx base44 link --create --name conformance-fixture
  npx base44 secrets set --env-file conformance.env   (CONFORMANCE_KEY, CONFORMANCE_DESK_URL)
  npx base44 deploy
${join(shown, 'README.md')} says what the secrets are, how any other backend takes it, and how to remove it.
`
}
