import type { Command } from 'commander'
import type { EmulateRequest } from './commands/emulate.ts'
import { examples } from './help.ts'
import { collect, wholeNumber } from './option-values.ts'
import type { Wiring } from './program.ts'

/** A project that is served, for whoever builds an app. */
export function addEmulateOptions(emulate: Command, { console, done }: Wiring): void {
  emulate
    .summary('serve a Base44 project on this machine')
    .description(
      'Serves the folder of a Base44 project: its functions in Deno, its entities, its users. Nothing leaves this ' +
        'machine but what functions themselves ask for. It ends with Ctrl-C.',
    )
    .option('--port <n>', 'where it listens (default: 4400; 0: any that is free)', wholeNumber(0))
    .option('--host <address>', 'the address of this machine to listen at (default: 127.0.0.1)')
    .option('--data <file>', 'keep records and users in this file (default: in memory)')
    .option(
      '--secret <NAME=value>',
      'a secret of the app; NAME alone takes it from the environment. Repeatable',
      collect,
    )
    .option('--admin <email>', 'an admin who can sign in; made if there is none of that address. Repeatable', collect)
    .option('--timeout <s>', 'when a call of a function is given up (default: 300)', wholeNumber(1))
    .option('--processes <n>', 'how many functions stay in memory between calls (default: 50)', wholeNumber(1))
    .addHelpText('after', examples.emulate)
    .action(async (folder: string, request: EmulateRequest) => {
      // A whole backend, which no other command has a use for.
      const { emulateCommand } = await import('./commands/emulate.ts')
      return done(emulateCommand({ folder, request, console }))
    })
}
