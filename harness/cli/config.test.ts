import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, type Surroundings } from './fixtures/command.ts'
import { folderWith } from './fixtures/folders.ts'

// The configuration: which file counts, and what is said of one that is wrong. `list suites` reads it and is quick.

const name = 'base44-conformance.config'
const mine = (title: string): string => JSON.stringify({ suites: { mine: { title, contracts: ['functions/**'] } } })

test.each([
  ['json', mine('Of mine')],
  ['js', `export default ${mine('Of mine')}`],
  ['js', `module.exports = ${mine('Of mine')}`],
  [
    'ts',
    `import type { Config } from 'base44-conformance'\nconst config: Config = ${mine('Of mine')}\nexport default config`,
  ],
])('a configuration in %s', async (extension, text) => {
  const { code, stdout } = await listSuites({ [`${name}.${extension}`]: text })
  expect(stdout).toMatch(/^mine +Of mine$/m)
  expect(code).toBe(0)
})

const here = { [`${name}.json`]: mine('Here'), 'other.json': mine('Other') }
const above = { [`${name}.json`]: mine('Above'), 'package.json': '{}', 'src/deep/x.txt': '' }
const beyond = { [`${name}.json`]: mine('Beyond'), 'inner/package.json': '{}' }
const packageless = { [`${name}.json`]: mine('Above'), 'src/x.txt': '' }

test.each<[what: string, files: Record<string, string>, cwd: string, flags: string, title: string | undefined]>([
  ['the one here', here, '.', '', 'Here'],
  ['the one that is named', here, '.', '--config other.json', 'Other'],
  ['none', here, '.', '--no-config', undefined],
  ['the one of the package', above, 'src/deep', '', 'Above'],
  ['the one that is named, from the working directory', above, 'src', `--config ../${name}.json`, 'Above'],
  ['one above where there is no package', packageless, 'src', '', 'Above'],
  ['none of a package around this one', beyond, 'inner', '', undefined],
])('what counts: %s', async (_, files, cwd, flags, title) => {
  const { stdout } = await listSuites(files, { cwd, flags })
  expect(/^mine +(.*)$/m.exec(stdout)?.[1]).toBe(title)
})

test.each<[what: string, files: Record<string, string>, message: string, flags?: string]>([
  [
    'two',
    { [`${name}.js`]: '', [`${name}.json`]: '{}' },
    `${name}.js and ${name}.json lie next to each other, and only one can count. Remove one, or name one: --config ${name}.js.`,
  ],
  ['one in another spelling', { [`${name}.yaml`]: '' }, `${name}.yaml is not read. Call it ${name}.ts, .js or .json`],
  ['one that is not there', {}, 'read the configuration nowhere.json: there is no such file.', '--config nowhere.json'],
  ['a folder', { 'a/b': '' }, 'read the configuration a: it is no file.', '--config a'],
  [
    'of another kind',
    { 'a.yaml': '' },
    'read the configuration a.yaml: it is none that can be read. Name a .ts, .js or .json file.',
    '--config a.yaml',
  ],
  ['no JSON', { [`${name}.json`]: '{ "runs": 5, }' }, `read the configuration ${name}.json: it is no JSON (`],
  [
    'without an export',
    { [`${name}.ts`]: 'export const runs = 5' },
    `read the configuration ${name}.ts: it has no default export.`,
  ],
  [
    'that throws',
    { [`${name}.js`]: 'throw new Error("no luck")' },
    `read the configuration ${name}.js: it could not be loaded. Error: no luck`,
  ],
  [
    'that imports us from where we are not',
    { [`${name}.js`]: `import { defineConfig } from 'base44-conformance'\nexport default defineConfig({})` },
    'Install base44-conformance in this project; or do without it: `import type` needs no installing',
  ],
  [
    'with a function',
    { [`${name}.js`]: 'export default () => ({})' },
    `read the configuration ${name}.js: its default export is a function. Write \`export default`,
  ],
])('%s: 2, and says so', async (_, files, message, flags) => {
  const { code, stdout, stderr } = await listSuites(files, { flags })
  expect(stderr).toContain(message)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
})

test('all that is wrong is said at once, with its place, and a wrong key names the right one', async () => {
  const text = `{
  "contract": ["a"],
  "runs": 0,
  "seed": "x",
  "strict": "yes",
  "reports": { "jnit": "a.xml" },
  "suites": { "sdk": { "contracts": ["functions/**"] }, "ours": { "contract": [] } }
}`
  const { code, stderr } = await listSuites({ [`${name}.json`]: text })
  for (const line of [
    `${name}.json:2:3  \`contract\` of the configuration: seen the unknown key \`contract\`; wanted did you mean \`contracts\`? (one of`,
    `${name}.json:3:11  \`runs\` of the configuration: seen \`0\`; wanted a whole number from 1 to 2147483647`,
    `${name}.json:4:11  \`seed\` of the configuration: seen \`"x"\`; wanted a whole number from 0 to 2147483647`,
    `${name}.json:5:13  \`strict\` of the configuration: seen \`"yes"\`; wanted true or false`,
    `${name}.json:6:16  \`reports\` of the configuration: seen the unknown key \`jnit\`; wanted did you mean \`junit\`?`,
    `${name}.json:7:67  \`suites\` of the configuration: seen the unknown key \`contract\`; wanted did you mean \`contracts\`?`,
  ]) {
    expect(stderr).toContain(line)
  }
  expect(lines(stderr)).toEqual(lines(stderr).toSorted())
  expect(code).toBe(2)
})

test.each([
  [
    { contracts: ['nowhere'] },
    'nowhere  reading a folder of the configuration: seen nothing there; wanted a folder that exists',
  ],
  [{ contracts: ['functions'] }, 'seen the name `functions`, with which ids of base44-conformance begin'],
  [
    { suites: { smoke: { contracts: ['functions/**'] } } },
    `${name}.json:1:12  suite smoke: seen the name \`smoke\`, which a suite of base44-conformance has`,
  ],
  [
    { suites: { mine: { contracts: ['function/**'] } } },
    `${name}.json:1:33  \`contracts\` of suite mine: seen \`function/**\`, which matches nothing`,
  ],
])('%j: 2, and says what is wrong', async (config, message) => {
  const { code, stderr } = await listSuites({ [`${name}.json`]: JSON.stringify(config), 'functions/a.yaml': '' })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a Node without type stripping says so, and what to do', async () => {
  const node = [process.execPath, '--import', new URL('./fixtures/no-type-stripping.mjs', import.meta.url).href]
  const { code, stderr } = await listSuites({ [`${name}.ts`]: 'export default {}' }, { node })
  expect(stderr).toContain(`cannot read TypeScript. Use Node 22.18 or newer, or write it as .js or .json.`)
  expect(code).toBe(2)
})

function listSuites(
  files: Readonly<Record<string, string>>,
  { cwd = '.', flags = '', ...surroundings }: Surroundings & { readonly flags?: string | undefined } = {},
): ReturnType<typeof command> {
  const given = flags === '' ? [] : flags.split(' ')
  return command(['list', 'suites', ...given], { cwd: join(folderWith(files), cwd), ...surroundings })
}

function lines(stderr: string): string[] {
  return stderr.trim().split('\n')
}
