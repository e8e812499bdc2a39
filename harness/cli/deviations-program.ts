import type { Command } from 'commander'
import { deviationsCommand } from './commands/deviations.ts'
import { deviationsCheckCommand } from './commands/deviations-check.ts'
import { deviationsPruneCommand, type PruneRequest } from './commands/deviations-prune.ts'
import { deviationsWriteCommand, type WriteRequest } from './commands/deviations-write.ts'
import { withConfig } from './config-options.ts'
import { comingDay, oneLine, webAddress } from './option-values.ts'
import type { Wiring } from './program.ts'

/** What can be done with recorded deviations: shown where nothing else is asked. */
export function addDeviationCommands(deviations: Command, { console, home, done }: Wiring): void {
  deviations
    .option('--json', 'for machines')
    .action(({ json = false }: { json?: boolean }) => done(deviationsCommand({ json, console, home })))
  under(deviations, 'write [cases...]')
    .summary('record what the last run found')
    .description(
      'Writes a file for every unexpected violation of the last run, or of the cases that are named. What only a ' +
        'person can say, reason and seen, is left to you; what is recorded already is left alone.',
    )
    .option('--log <path>', 'the log of another run (default: the last one in this folder)')
    .option('--to <folder>', 'where to (default: suites/deviations in a clone, else deviations)')
    .option('--until <date>', 'the last day on which it is accepted: 2026-11-21', comingDay(new Date()))
    .option('--owner <name>', 'who deals with it', oneLine)
    .option('--link <address>', 'where it is being dealt with', webAddress)
    .option('--dry-run', 'print what would be written')
    .action((names: string[], request: WriteRequest) => done(deviationsWriteCommand({ names, request, console, home })))
  under(deviations, 'prune')
    .summary('remove what the last run showed to be stale')
    .description('Removes entries that no longer deviate on any version that was judged; others are left alone.')
    .option('--log <path>', 'the log of another run (default: the last one in this folder)')
    .option('--from <folder>', 'where from (default: suites/deviations in a clone, else deviations)')
    .option('--dry-run', 'say what would be removed')
    .action((request: PruneRequest) => done(deviationsPruneCommand({ request, console, home })))
  under(deviations, 'check')
    .summary('find mistakes in entries, and what expires')
    .description('Refuses entries that are wrong or unfinished, and says which have expired or soon will.')
    .action(() => done(deviationsCheckCommand({ console, home })))
}

function under(parent: Command, usage: string): Command {
  const command = withConfig(parent.command(usage)).allowExcessArguments(false).allowUnknownOption(false)
  return command.showHelpAfterError(`What is possible: base44-conformance deviations ${command.name()} --help`)
}
