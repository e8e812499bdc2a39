import pc from 'picocolors'
import type { Project } from '../../emulator/project/read-project.ts'
import type { Admin } from './admins-of.ts'

/** What stands at the terminal once a project is served: where, what, and how an app connects to it. */
export function servedWords({
  project: { appId, name, entities, functions },
  url,
  admins,
  data,
  colour,
}: {
  project: Project
  url: string
  admins: readonly Admin[]
  data: string | undefined
  colour: boolean
}): string {
  const { bold, cyan, dim } = pc.createColors(colour)
  const lines: readonly (readonly [string, string])[] = [
    ['app', `${appId}${name === undefined ? '' : `  ${dim(name)}`}`],
    ['entities', listed(entities.map((one) => one.name))],
    ['functions', listed(functions.map((one) => one.name))],
    ['records', data === undefined ? 'in memory, gone with this process (--data keeps them)' : data],
    ...admins.map(({ email, password }): [string, string] => [
      'admin',
      password === undefined ? email : `${email}, password ${bold(password)}  ${dim('told only now')}`,
    ]),
    ['connect', cyan(`createClient({ appId: '${appId}', serverUrl: '${url}' })`)],
  ]
  const told = lines.map(([what, text]) => `  ${dim(what.padEnd(9))}  ${text}`)
  return `${bold(`Serving at ${url}`)}\n${told.join('\n')}\n${dim('Ctrl-C ends it.')}\n\n`
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
