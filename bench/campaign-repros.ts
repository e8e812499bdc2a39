// Of every case that the SDK keeps, with several draws, the script that `repro` would write: none may accuse.
//   node bench/campaign-repros.ts [seeds]
import { corpusOf } from '../harness/cli/corpus.ts'
import { findHome } from '../harness/cli/home.ts'
import { casesThatHold } from '../harness/cli/fixtures/cases-that-hold.ts'
import { installedSdk } from '../harness/cli/fixtures/installed-sdk.ts'
import { runScript } from '../harness/repro/fixtures/run-script.ts'
import { scriptsOfContracts } from '../harness/cli/fixtures/scripts-of-contracts.ts'

const corpus = await corpusOf(findHome())
const { directory } = await installedSdk()
let ran = 0
let accused = 0
for (let seed = 1; seed <= Number(process.argv[2] ?? 1); seed++) {
  const holding = await casesThatHold(corpus, seed)
  const waiting = (await scriptsOfContracts(corpus, seed)).filter(
    ({ id, repro }) => holding.has(id) && repro.kind === 'script',
  )
  await Promise.all([1, 2, 3].map(() => work(waiting)))
}
console.log(`${ran} scripts of cases that hold: ${ran - accused} say so, ${accused} do not`)
process.exitCode = accused > 0 || ran === 0 ? 1 : 0

async function work(waiting: Awaited<ReturnType<typeof scriptsOfContracts>>): Promise<void> {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, repro } = next
    const { code, output } =
      repro.kind === 'script' ? await runScript({ script: repro.text, sdk: directory }) : { code: 2, output: repro.why }
    ran++
    if (code === 0 && output.includes('The promise is kept\n')) continue
    accused++
    console.log(`${id}: exit code ${code}\n${output}`)
  }
}
