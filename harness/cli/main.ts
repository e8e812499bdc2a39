import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { checkCommand, type CheckRequest } from './commands/check.ts'
import { demoCommand } from './commands/demo.ts'
import { deviationsCommand } from './commands/deviations.ts'
import { explainCommand } from './commands/explain.ts'
import { listCommand, listable, type Listable } from './commands/list.ts'
import { proveCommand, type ProveRequest } from './commands/prove.ts'
import { runCommand, type RunRequest } from './commands/run.ts'
import { welcomeCommand } from './commands/welcome.ts'
import type { Console } from './console.ts'
import { exitCodeOfError } from './exit-code-of-error.ts'
import { findHome, type Home } from './home.ts'
import { processConsole } from './process-console.ts'

/** The whole command line: returns the exit code, never ends the process itself. */
export async function main(args: readonly string[]): Promise<number> {
  const console = processConsole()
  let code = 0
  const done = (result: Promise<number>): Promise<void> => result.then((value) => void (code = value))
  try {
    await program({ console, home: findHome(), done }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return exitCodeOfError(error, console)
  }
}

interface Wiring {
  readonly console: Console
  readonly home: Home
  readonly done: (result: Promise<number>) => Promise<void>
}

function program(wiring: Wiring): Command {
  const { console, home, done } = wiring
  const root = new Command('base44-conformance')
    .description('Judges Base44 SDKs and backends against what the documentation promises.')
    .version(home.version)
    .exitOverride()
    .configureOutput({ writeOut: console.stdout.write, writeErr: console.stderr.write })
    .showHelpAfterError('Run base44-conformance <command> --help for what is possible.')
    .addHelpText('after', exitCodes)
    .action(() => done(welcomeCommand({ console, home })))
  for (const add of [addRun, addList, addCheck, addExplain, addProve, addDeviations, addDemo]) add(root, wiring)
  return root
}

const exitCodes = `
Exit codes: 0 every promise kept · 1 unexpected violation or untestable · 2 usage, configuration or nothing selected
            3 stale or expired deviation · 4 our own error · 5 a subject could not be found or fetched · 130 interrupted`

function addRun(root: Command, { console, home, done }: Wiring): void {
  root
    .command('run')
    .description('judge subjects')
    .option('--sdk <version|folder>', 'SDK to judge; repeatable (default: the one this folder resolves)', collect)
    .option('--suite <name>', 'which promises', 'sdk')
    .option('--contract <pattern>', 'contracts by glob, id or id#row, instead of a suite; repeatable', collect)
    .option('--runs <n>', 'draws a property (default: 100)', wholeNumber(1))
    .option('--seed <n>', 'seed of the draws (default: a fresh one, which is printed)', wholeNumber(0))
    .option('--jobs <n>', 'threads (default: one a core)', wholeNumber(1))
    .option('--report <kind=path>', 'terminal, ndjson, json or junit; without a path to stdout; repeatable', collect)
    .option('--no-known', 'count recorded deviations as any other violation')
    .option('--strict', 'a violated `should` is red too')
    .action((request: RunRequest) => done(runCommand({ request, console, home })))
}

function addList(root: Command, { console, home, done }: Wiring): void {
  root
    .command('list [what]')
    .description(`${listable.join(', ')} (default: contracts)`)
    .option('--json', 'for machines')
    .action((what: string | undefined, { json = false }: { json?: boolean }) =>
      done(listCommand({ what: (what ?? 'contracts') as Listable, json, console, home })),
    )
}

function addCheck(root: Command, { console, home, done }: Wiring): void {
  root
    .command('check')
    .description('validate contracts, suites and deviations; statement coverage')
    .option('--documents <folder>', 'prove that every quote stands in its document')
    .option('--static', 'only what can be seen without running a contract')
    .option('--json', 'for machines')
    .action((request: CheckRequest) => done(checkCommand({ request, console, home })))
}

function addExplain(root: Command, { console, home, done }: Wiring): void {
  root
    .command('explain <contract>')
    .description('one contract or deviation: the promise, its sentence, who is judged, what would break it')
    .action((id: string) => done(explainCommand({ id, console, home })))
}

function addProve(root: Command, { console, home, done }: Wiring): void {
  root
    .command('prove')
    .description('run every contract clean and once with each planted fault that it names')
    .addOption(new Option('--contract <pattern>', 'only these contracts; repeatable').argParser(collect))
    .option('--fault <id>', 'only this fault')
    .option('--seed <n>', 'seed of the draws', wholeNumber(0), 1)
    .option('--jobs <n>', 'threads (default: one a core)', wholeNumber(1))
    .action((request: ProveRequest) => done(proveCommand({ request, console, home })))
}

function addDeviations(root: Command, { console, home, done }: Wiring): void {
  root
    .command('deviations')
    .description('the recorded deviations, with their reasons')
    .option('--json', 'for machines')
    .action(({ json = false }: { json?: boolean }) => done(deviationsCommand({ json, console, home })))
}

function addDemo(root: Command, { console, home, done }: Wiring): void {
  root
    .command('demo')
    .description('judge a small SDK that breaks its promises, to see what red looks like')
    .action(() => done(demoCommand({ console, home })))
}

function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= least && value <= 2 ** 31) return value
    throw new InvalidArgumentError(`A whole number from ${least} on is wanted.`)
  }
}
