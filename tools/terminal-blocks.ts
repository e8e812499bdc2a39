import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What the README and docs/ show of a terminal is what the command prints: `npm run docs` writes it there, and a test
// compares. Above each such block stands how it is made:
//
//   <!-- $ base44-conformance list suites -->
//   <!-- $ (suites/app/broken-sdk) base44-conformance run --sdk ./ --seed 1 | lines -12 -->
//
// In parentheses the folder it runs in; behind the bar the lines that are shown: 3-20, 3-, or the last ones, -12.

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const command = join(root, 'bin', 'base44-conformance.js')

/** A page, and how it would be if its blocks were made now. */
export interface Page {
  readonly file: string
  readonly is: string
  readonly should: string
  /** First lines of blocks that say nothing of their language and have no line that makes them. */
  readonly unmade: readonly string[]
}

/** Every page that a user reads. */
export async function makePages(): Promise<Page[]> {
  const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
  const pages: Page[] = []
  for (const file of ['README.md', ...docs].filter((name) => name.endsWith('.md'))) pages.push(await makePage(file))
  return pages
}

export function writePages(pages: readonly Page[]): void {
  for (const { file, is, should } of pages) if (is !== should) writeFileSync(join(root, file), should)
}

async function makePage(file: string): Promise<Page> {
  const is = readFileSync(join(root, file), 'utf8')
  const unmade: string[] = []
  const lines: string[] = []
  let recipe: Recipe | undefined
  let block: string[] | undefined
  let opened = ''
  for (const line of is.split('\n')) {
    if (block === undefined) {
      lines.push(line)
      if (line.startsWith('```')) [block, opened] = [[], line]
      else if (line !== '') recipe = readRecipe(line)
    } else if (line.startsWith('```')) {
      if (recipe === undefined && opened === '```') unmade.push(block[0] ?? '')
      lines.push(...(recipe === undefined ? block : keepTimes(block, await carryOut(recipe))), line)
      block = undefined
      recipe = undefined
    } else block.push(line)
  }
  return { file, is, should: lines.join('\n'), unmade }
}

interface Recipe {
  readonly folder: string
  readonly line: string
  readonly shown: string
}

function readRecipe(line: string): Recipe | undefined {
  const parts = /^<!-- \$ (?:\((?<folder>[^)]+)\) )?(?<line>.+?)(?: \| lines (?<shown>\d*-\d*))? -->$/.exec(
    line,
  )?.groups
  if (parts === undefined) return undefined
  return { folder: parts['folder'] ?? '.', line: parts['line'] ?? '', shown: parts['shown'] ?? '1-' }
}

async function carryOut({ folder, line, shown }: Recipe): Promise<string[]> {
  const printed = await print(line, join(root, folder))
  return [`$ npx ${line}`, ...cut(printed, shown)]
}

/** What both streams say, in one, as it stands on a terminal. */
function print(line: string, cwd: string): Promise<string[]> {
  const script = line.replace(/^base44-conformance\b/, `"${process.execPath}" "${command}"`)
  return new Promise((resolve) => {
    execFile('sh', ['-c', `${script} 2>&1`], { cwd, env: quiet(process.env), maxBuffer: 2 ** 26 }, (_, stdout) =>
      resolve(stdout.trimEnd().replace(/^\n+/, '').split('\n')),
    )
  })
}

/** As a user's shell, without what test runners and npm add. */
function quiet(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const added = /^(npm_|VITEST|NODE_ENV$|FORCE_COLOR$|CI$)/
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !added.test(name)))
}

function cut(lines: readonly string[], shown: string): string[] {
  const [first = '', last = ''] = shown.split('-')
  if (first === '') return ['…', ...lines.slice(-Number(last))]
  const end = last === '' ? lines.length : Number(last)
  return [...(first === '1' ? [] : ['…']), ...lines.slice(Number(first) - 1, end), ...(end < lines.length ? ['…'] : [])]
}

/** A block that differs only in how long things took stays as it is. */
function keepTimes(before: readonly string[], now: readonly string[]): readonly string[] {
  const timeless = (lines: readonly string[]): string =>
    lines.join('\n').replaceAll(/\b\d+(\.\d+)? (ms|s|min)\b/g, '‹time›')
  return timeless(before) === timeless(now) ? before : now
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePages(await makePages())
