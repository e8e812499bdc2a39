import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from './package-folder.ts'

/** Scripts that build a package, the one that is meant for it first. */
const builders = ['build', 'compile', 'bundle', 'dist', 'prepack', 'prepare', 'prepublishOnly']

/** Who manages a package, by the file that it leaves. */
const lockFiles: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
}

/** What a checkout without its build still needs, in its own commands. */
export function howToBuild(folder: string, { scripts = {} }: Manifest): string {
  const names = Object.keys(scripts)
  const script =
    builders.find((name) => names.includes(name)) ?? names.find((name) => /^(build|compile|bundle)\b/.test(name))
  if (script === undefined) return 'Build the package first; its package.json has no script for it.'
  const lock = Object.keys(lockFiles).find((file) => existsSync(join(folder, file)))
  const manager = lock === undefined ? 'npm' : (lockFiles[lock] as string)
  const install = existsSync(join(folder, 'node_modules')) ? '' : `${manager} install && `
  return `Build the package first (${install}${manager} run ${script}).`
}
