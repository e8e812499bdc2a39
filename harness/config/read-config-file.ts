import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../cli/usage-error.ts'
import { readSource } from '../load/yaml/source.ts'
import type { Source } from '../load/yaml/source.ts'
import { asData, sourceOf } from './as-data.ts'

/** What a configuration file says, as data; of JSON the places are known too. `as` is how messages name it. */
export async function readConfigFile({ file, as }: { file: string; as: string }): Promise<Source> {
  return extname(file) === '.json' ? readJson({ file, as }) : sourceOf(asData(await exported({ file, as })), as)
}

async function readJson({ file, as }: { file: string; as: string }): Promise<Source> {
  const text = await readFile(file, 'utf8')
  const value = parse(text, as)
  // JSON is YAML as well, all but tabs in some places; then only the file is known.
  const { source } = readSource({ file: as, text })
  return { ...sourceOf(asData(value), as), ...(source !== undefined && { place: source.place }) }
}

function parse(text: string, as: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`read the configuration ${as}: it is no JSON (${(error as Error).message}).`)
  }
}

async function exported({ file, as }: { file: string; as: string }): Promise<unknown> {
  if (/\.[cm]?ts$/.test(file)) refuseWithoutTypeStripping(as)
  const { default: exported } = await load({ file, as })
  if (typeof exported === 'object' && exported !== null) return exported
  const seen = exported === undefined ? 'it has no default export' : `its default export is a ${typeof exported}`
  throw new UsageError(
    `read the configuration ${as}: ${seen}. Write \`export default { … }\`, or \`export default defineConfig({ … })\`.`,
  )
}

function refuseWithoutTypeStripping(as: string): void {
  if (process.features.typescript !== false && process.features.typescript !== undefined) return
  throw new UsageError(
    `read the configuration ${as}: this Node (${process.versions.node}) cannot read TypeScript. Use Node 22.18 or newer, or write it as .js or .json.`,
  )
}

async function load({ file, as }: { file: string; as: string }): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    throw new UsageError(
      `read the configuration ${as}: it could not be loaded. ${what}${isOwn(error) ? ` ${withoutInstalling}` : ''}`,
    )
  }
}

/** Whoever runs the command by npx alone has it nowhere where a file could import it from. */
const withoutInstalling =
  'Install base44-conformance in this project; or do without it: `import type` needs no installing, and neither does .json.'

function isOwn(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes("'base44-conformance'")
}
