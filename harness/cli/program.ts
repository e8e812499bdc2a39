import { Command, Option } from 'commander'
import { projectIn } from '../config/project-in.ts'
import type { Project } from '../config/project.ts'
import { checkCommand, type CheckRequest } from './commands/check.ts'
import { demoCommand } from './commands/demo.ts'
import { diffCommand, diffKinds, type DiffRequest } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { fixtureCommand } from './commands/fixture.ts'
import { listCommand, listable, type Listable } from './commands/list.ts'
import { reportCommand, type ReportRequest } from './commands/report.ts'
import { proveCommand, type ProveRequest } from './commands/prove.ts'
import { reproCommand, type ReproCommandRequest } from './commands/repro.ts'
import { runCommand } from './commands/run.ts'
import { welcomeCommand } from './commands/welcome.ts'
import { withConfig } from './config-options.ts'
import type { Console } from './console.ts'
import { addDeviationCommands } from './deviations-program.ts'
import { addEmulateOptions } from './emulate-program.ts'
import { examples, exitCodes } from './help.ts'
import type { Home } from './home.ts'
import { notPossible } from './not-possible.ts'
import { collect, wholeNumber } from './option-values.ts'
import { reportKinds } from './reporting.ts'
import { defaultLimitMs, defaultRuns, type RunRequest } from './run-request.ts'
import { usualBackend } from './usual-backend.ts'

export interface Wiring {
  readonly console: Console
  readonly home: Home
  /** Takes the exit code of the command that was given. */
  readonly done: (result: Promise<number>) => Promise<void>
}

/** Every command with its options, and what is said of them. */
export function program(wiring: Wiring): Command {
  const { console, done } = wiring
  const home = { ...wiring.home }
  const root = new Command('base44-conformance')
    .description('Judges Base44 SDKs and backends against what the documentation promises.')
    .version(home.version, '-v, --version', 'say the version')
    .helpOption('-h, --help', 'say what is possible')
    .helpCommand('help [command]', 'say what is possible with a command')
    .exitOverride()
    .configureOutput({ writeOut: console.stdout.write, writeErr: console.stderr.write })
    .configureHelp({ helpWidth: Math.min(console.stdout.width, 80) })
    .addHelpText('after', exitCodes)
    .allowExcessArguments()
    .allowUnknownOption()
    .hook('preAction', async (_root, command) => addProject({ home, console, command }))
    .action((_options, { args }: Command) =>
      done(args.length === 0 ? welcomeCommand({ console, home }) : notPossible(args[0] ?? '', root)),
    )
  for (const add of [
    addRun,
    addDemo,
    addReport,
    addDiff,
    addExplain,
    addRepro,
    addList,
    addDeviations,
    addCheck,
    addProve,
    addFixture,
    addEmulate,
  ])
    add(root, { ...wiring, home })
  return root
}

/** Whatever a command reads, it reads with what the user's configuration adds; the demo is ours alone. */
async function addProject({
  home,
  console: { cwd },
  command,
}: {
  home: { project?: Project }
  console: Console
  command: Command
}): Promise<void> {
  const isWelcome = command.parent === null && command.args.length === 0
  if (!isWelcome && !command.options.some(({ long }) => long === '--config')) return
  const { config } = command.opts<{ config?: string | false }>()
  const project = await projectIn({ cwd, config })
  if (project !== undefined) home.project = project
}

/** A command that reads contracts: those of the user's configuration are there too. */
function configurable(root: Command, usage: string): Command {
  return withConfig(subcommand(root, usage))
}

function subcommand(root: Command, usage: string): Command {
  const command = root.command(usage).allowExcessArguments(false).allowUnknownOption(false)
  return command.showHelpAfterError(`What is possible: base44-conformance ${command.name()} --help`)
}

function addRun(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'run')
    .summary('judge SDKs and backends; this is what a CI job runs')
    .description('Judges one or more SDKs or backends and shows, for every promise that is broken, how to see it.')
    .option(
      '--sdk <version|folder>',
      "what is judged: a published version (0.8.50) or range ('>=0.8.20'), the folder of a built package (./), or a " +
        'tarball (./sdk.tgz). Repeatable. ' +
        'Default: the @base44/sdk that this folder resolves, else the one that this package brings',
      collect,
    )
    .addOption(
      new Option(
        '--backend [name|url]',
        'judge a backend: emulator, which is meant without a name, base44-dev, the official local one ' +
          '(base44-dev@0.1.18 a version of it), or where one runs (http://127.0.0.1:3000). Repeatable. Without --sdk ' +
          'no SDK is judged',
      )
        .preset(usualBackend)
        .argParser(collect),
    )
    .option(
      '--allow-writes <host>',
      'let a run create and delete test records on this host, which is not this machine. Repeatable',
      collect,
    )
    .option('--rate <n>', 'at most so many requests a second to a backend', wholeNumber(1))
    .option(
      '--with <package@version>',
      'judge each SDK with another version of something that it depends on (axios@1.6.2). Repeatable',
      collect,
    )
    .option(
      '--suite <name>',
      'which promises: sdk (all of them; the default), backend (the default for backends), smoke (a second), with a configuration also all (sdk and ' +
        'your own; then the default) and your own; see list suites',
    )
    .option(
      '--contract <pattern>',
      'contracts by id, id#row or glob (functions/invoke-*), instead of a suite. Repeatable',
      collect,
    )
    .option(
      '--runs <n>',
      `how many values are drawn for a promise that holds for all (default: ${defaultRuns}, or what the suite says)`,
      wholeNumber(1),
    )
    .option('--seed <n>', 'draw the same values again (default: a fresh seed, which is printed)', wholeNumber(0))
    .option(
      '--replay <token>',
      'run one counterexample again, exactly: the token stands in each report, below what it shows',
    )
    .option(
      '--report <kind=path>',
      `write a report: ${reportKinds.join(', ')}. Without a path, or with -, to stdout. Repeatable`,
      collect,
    )
    .option('--known', 'count recorded deviations as known, whatever the configuration says')
    .option('--no-known', 'count recorded deviations as any other violation')
    .option('--strict', 'fail also where only a "should" is broken')
    .option('--no-strict', 'show a broken "should", whatever the configuration says')
    .option('--bail', 'stop at the first case that turns the run red')
    .option('--repeat <n>', 'judge each case so often, with the same values: is it steady?', wholeNumber(1))
    .option('--jobs <n>', 'threads (default: one for each core)', wholeNumber(1))
    .option('--timeout <ms>', `when a call counts as hung (default: ${defaultLimitMs})`, wholeNumber(1))
    .addHelpText('after', examples.run)
    .action((request: RunRequest) => done(runCommand({ request, console, home })))
}

function addDemo(root: Command, { console, home, done }: Wiring): void {
  subcommand(root, 'demo')
    .summary('see what red looks like')
    .description('Judges a small SDK with five bugs. Red is what it is for: it ends with 0 when they are found.')
    .action(() => done(demoCommand({ console, home })))
}

function addReport(root: Command, { console, done }: Wiring): void {
  subcommand(root, 'report [log]')
    .summary('show a run again, in any form')
    .description('Makes a report of a run that is over, from its log; without a log, of the last run in this folder.')
    .addOption(new Option('--as <kind>', 'what to make of it').choices(reportKinds).default('terminal'))
    .option('--out <path>', 'write it there instead of to stdout')
    .addHelpText('after', examples.report)
    .action((log: string | undefined, request: ReportRequest) => done(reportCommand({ log, request, console })))
}

function addDiff(root: Command, { console, done }: Wiring): void {
  subcommand(root, 'diff <before> [after]')
    .summary('what changed between two runs')
    .description(
      'Compares two runs by their event logs: what broke, was fixed, fails in another way, is new, is gone, cannot be ' +
        'tested or is silently not judged any more. Without a second log, with the last run in this folder.',
    )
    .addOption(new Option('--as <kind>', 'what to make of it').choices(diffKinds).default('terminal'))
    .option('--out <path>', 'write it there instead of to stdout')
    .addHelpText('after', examples.diff)
    .action((before: string, after: string | undefined, request: DiffRequest) =>
      done(diffCommand({ before, after, request, console })),
    )
}

function addExplain(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'explain <contract>')
    .summary('one promise: its sentence, what would break it, the last verdict')
    .description(
      'Tells all about one contract, or one recorded deviation: what is promised, the sentence that promises it, ' +
        'what is drawn, what would break it, what is known, what the last run found, and what to do next.',
    )
    .option('--log <path>', 'the log of a run (default: the last one in this folder)')
    .addHelpText('after', examples.explain)
    .action((id: string, { log }: { log?: string }) => done(explainCommand({ id, log, console, home })))
}

function addRepro(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'repro <id>')
    .summary('the script that shows a violation')
    .description(
      'Writes a script that shows one violation of the last run, or one recorded deviation, with nothing but the SDK ' +
        'and Node. It ends with 1 where it is so, with 0 where the promise is kept, and with 2 if something else goes wrong.',
    )
    .option('--log <path>', 'the event log of a run. Default: of the last one in this folder')
    .option(
      '--sdk <version|folder>',
      'the SDK to show a deviation with, or of several in the log the one that is meant',
    )
    .option('--out <path>', 'write the script to a file. Default: stdout')
    .addHelpText('after', examples.repro)
    .action((id: string, options: Omit<ReproCommandRequest, 'id'>) =>
      done(reproCommand({ request: { ...options, id }, console, home })),
    )
}

function addList(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'list [what]')
    .summary('contracts, suites, statements and the rest')
    .description(`Lists ${listable.join(', ')}; without a word, contracts.`)
    .option('--json', 'with all that is known of each, for machines')
    .action((what: string | undefined, { json = false }: { json?: boolean }) =>
      done(listCommand({ what: (what ?? 'contracts') as Listable, json, console, home })),
    )
}

function addDeviations(root: Command, wiring: Wiring): void {
  const deviations = configurable(root, 'deviations')
    .summary('what SDKs are known to do instead, and why')
    .description('Shows the recorded deviations: known violations, which still run and must still fail as recorded.')
  addDeviationCommands(deviations, wiring)
}

function addCheck(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'check')
    .summary('find mistakes in contracts; statement coverage')
    .description('Validates contracts, suites and deviations, then says which statements they cover.')
    .option('--documents <folder>', 'also prove that every quote and sample stands in its document')
    .option('--static', 'only what can be seen without running a contract')
    .option('--json', 'coverage for machines')
    .action((request: CheckRequest) => done(checkCommand({ request, console, home })))
}

function addProve(root: Command, { console, home, done }: Wiring): void {
  configurable(root, 'prove')
    .summary('plant faults: can each contract fail?')
    .description(
      'Runs every contract as it is and once with each fault that it names, which it has to catch: faults of SDKs in ' +
        'the default one, or with --backend what a proxy in front of a backend would spoil.',
    )
    .addOption(
      new Option(
        '--backend [name|url]',
        'plant faults of backends: in the emulator, base44-dev, or where one runs (default: the emulator)',
      ).preset(usualBackend),
    )
    .option('--allow-writes <host>', 'let it create and delete test records on this host. Repeatable', collect)
    .option('--rate <n>', 'at most so many requests a second to the backend', wholeNumber(1))
    .option('--contract <pattern>', 'only these contracts. Repeatable', collect)
    .option('--fault <id>', 'only this fault; see list faults')
    .option('--seed <n>', 'seed of what is drawn', wholeNumber(0), 1)
    .option('--jobs <n>', 'threads (default: one for each core)', wholeNumber(1))
    .action((request: ProveRequest) => done(proveCommand({ request, console, home })))
}

function addFixture(root: Command, { console, home, done }: Wiring): void {
  subcommand(root, 'fixture <folder>')
    .summary('write the app that a backend under test must have')
    .description(
      'Writes the fixture app: entities and functions that hand each request to the run, with a README for whoever ' +
        'deploys it. It overwrites only what it wrote itself and nobody changed since.',
    )
    .addHelpText('after', examples.fixture)
    .action((folder: string) => done(fixtureCommand({ folder, console, home })))
}

function addEmulate(root: Command, wiring: Wiring): void {
  addEmulateOptions(subcommand(root, 'emulate <project>'), wiring)
}
