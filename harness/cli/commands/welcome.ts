import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { installed } from '../../execute/subjects/resolve-sdk.ts'
import { findPackage, readManifest } from '../../execute/subjects/package-folder.ts'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'

/** One screen: what this is, what it found here, and the commands for those whom it serves, ready to paste. */
export async function welcomeCommand({ console, home }: { console: Console; home: Home }): Promise<number> {
  const { bold, cyan, dim } = pc.createColors(console.stdout.colour)
  const { contracts, statements, deviations } = await corpusOf(home)
  const found = lookAround(console.cwd, home)
  const command = (text: string): string => `  ${cyan(text)}`
  const lines = [
    `${bold('base44-conformance')} ${home.version} — does it keep what Base44's documentation promises?`,
    '',
    `Here: ${found.text}`,
    dim(`${contracts.length} contracts from ${statements.length} statements, ${deviations.length} known deviations`),
    '',
    'You release the SDK: does this build keep every promise?',
    command(`npx base44-conformance run --sdk ${found.sdk}`),
    command(`npx base44-conformance run --sdk ${found.sdk} --report junit=conformance.xml`),
    '',
    'You write a backend: what do callers and functions rely on?',
    command('npx base44-conformance list'),
    command('npx base44-conformance explain functions/invoke-sends-parameters-as-json'),
    dim('  Judging a backend itself (--backend) is not built yet.'),
    '',
    'An upgrade bit you: what does the version you have break, and how?',
    command(`npx base44-conformance run --sdk ${found.version} --no-known`),
    command('npx base44-conformance deviations'),
    '',
    `New here? ${cyan('npx base44-conformance demo')} judges an SDK that is broken on purpose.`,
  ]
  console.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

interface Found {
  readonly text: string
  /** What to write after `--sdk`. */
  readonly sdk: string
  readonly version: string
}

function lookAround(cwd: string, home: Home): Found {
  const manifest = existsSync(join(cwd, 'package.json')) ? readManifest(cwd) : undefined
  const { version } = readManifest(installed({ cwd, own: home.root }))
  if (manifest?.name === '@base44/sdk') {
    return { text: `a checkout of @base44/sdk ${manifest.version}`, sdk: './', version: manifest.version }
  }
  const here = findPackage('@base44/sdk', cwd) !== undefined
  const project = existsSync(join(cwd, 'base44'))
    ? 'a Base44 project'
    : manifest === undefined
      ? 'no package'
      : `the package ${manifest.name ?? 'without a name'}`
  const sdk = here
    ? `it has @base44/sdk ${version}`
    : `no SDK is installed, so @base44/sdk ${version} of this package is judged`
  return { text: `${project}; ${sdk}`, sdk: version, version }
}
