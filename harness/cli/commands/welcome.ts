import pc from 'picocolors'
import type { Console } from '../console.ts'
import { corpusOf } from '../corpus.ts'
import type { Home } from '../home.ts'
import { lookAround } from '../look-around.ts'

/** One screen: what this is, what is here, and the commands for those whom it serves, ready to paste. */
export async function welcomeCommand({ console, home }: { console: Console; home: Home }): Promise<number> {
  const { bold, cyan, dim } = pc.createColors(console.stdout.colour)
  const { contracts, statements, deviations } = await corpusOf(home)
  const { text, run, version } = lookAround({ cwd: console.cwd, home })
  const command = (line: string): string => `  ${cyan(`npx base44-conformance ${line}`)}`
  const lines = [
    `${bold('base44-conformance')} ${home.version} judges Base44 SDKs and backends by what is documented.`,
    dim(`${contracts.length} contracts from ${statements.length} statements, ${deviations.length} known deviations`),
    '',
    `You are in ${text}.`,
    ...(home.project === undefined ? [] : [dim(`${home.project.file} says what is judged, and adds to it.`)]),
    command(run),
    '',
    `${bold('You release the SDK:')} a gate for CI, after the build`,
    command('run --sdk ./ --report junit=conformance.xml'),
    '',
    `${bold('You write a backend:')} which promises does it keep?`,
    command('fixture ./fixture-app'),
    command('run --backend http://127.0.0.1:3000'),
    command('run --backend emulator'),
    '',
    `${bold('You build an app:')} serve it on this machine`,
    command('emulate ./my-app'),
    '',
    `${bold('An upgrade bit you:')} what does your version break, and how is it shown?`,
    command(`run --sdk ${version} --no-known`),
    command('deviations'),
    '',
    `${bold('New here?')} An SDK with five bugs, judged in two seconds:`,
    command('demo'),
  ]
  console.stdout.write(`${lines.join('\n')}\n`)
  return 0
}
