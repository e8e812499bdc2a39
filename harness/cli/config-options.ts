import type { Command } from 'commander'

/** For a command that reads contracts: what the user's configuration adds is there too. */
export function withConfig(command: Command): Command {
  return command
    .option('--config <path>', 'the configuration (default: base44-conformance.config.ts, .js or .json, if any)')
    .option('--no-config', 'read none')
}
