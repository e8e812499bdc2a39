import { findHome, type Home } from '../cli/home.ts'
import { asData, sourceOf } from '../config/as-data.ts'
import type { Config } from '../config/config.ts'
import { projectIn } from '../config/project-in.ts'
import { projectOf, type Project } from '../config/project.ts'

/** This package, with what a call adds to it. */
export async function homeFor({
  cwd = process.cwd(),
  config = false,
  own,
}: {
  cwd?: string | undefined
  config?: string | boolean | undefined
  own: Config
}): Promise<Home> {
  const file = await projectIn({ cwd, config: config === true ? undefined : config })
  const called = projectOf({ source: sourceOf(asData(own), '(options)'), folder: cwd, name: 'the options' })
  return { ...findHome(), project: file === undefined ? called : both(file, called) }
}

/** Paths start where each of them was written down. */
function both(file: Project, called: Project): Project {
  const { contracts, deviations, suites } = called.config
  return {
    ...file,
    added: {
      contracts: contracts === undefined ? file.added.contracts : called.added.contracts,
      deviations: deviations === undefined ? file.added.deviations : called.added.deviations,
      suites: suites === undefined ? file.added.suites : called.added.suites,
    },
  }
}
