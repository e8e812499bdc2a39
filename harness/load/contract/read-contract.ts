import type { Contract } from '../../model/contract.ts'
import type { Problem } from '../../model/problem.ts'
import type { Encoded } from '../../model/value.ts'
import { complaintsAbout } from '../complaints.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'
import { isWithin } from '../yaml/path.ts'
import type { Source } from '../yaml/source.ts'
import { buildContract } from './build.ts'
import { checkCallbacks } from './check-callbacks.ts'
import { checkCitations, checkDocumented } from './check-citations.ts'
import { checkDeployed } from './check-deployed.ts'
import { checkFaults } from './check-faults.ts'
import { checkForms } from './check-forms.ts'
import { checkControls } from './check-controls.ts'
import { checkInside } from './check-inside.ts'
import { checkNames } from './check-names.ts'
import type { Usage } from './check-names.ts'
import { checkNegations } from './check-negations.ts'
import { checkOnly } from './check-only.ts'
import { checkRoots } from './check-roots.ts'
import { checkRowNames } from './check-row-names.ts'
import { checkSeats } from './check-seats.ts'
import { complaintsOfContract } from './check-shape.ts'
import { checkSignals } from './check-signals.ts'
import { checkStreams } from './check-streams.ts'
import { checkUnused } from './check-unused.ts'
import { checkWorld, clientsOf } from './check-world.ts'
import { declareNames } from './declare.ts'
import type { Scope } from './scope.ts'
import type { Surroundings } from './surroundings.ts'

/** Reads one contract; with anything wrong in it there is none, only everything that is wrong. */
export function readContract({ id, source, around }: { id: string; source: Source; around: Surroundings }): {
  readonly loaded?: Contract
  readonly problems: readonly Problem[]
} {
  const { problems, complain } = complaintsAbout({ source, name: id })
  checkId({ id, complain })
  const misshapen = complaintsOfContract(source.value, around.shape)
  misshapen.forEach(complain)
  const sound = misshapen.length === 0 && source.faulty.length === 0
  checkMeaning({
    contract: source.value,
    around,
    sound,
    // What is wrong in shape is wrong in meaning too, and one message is enough.
    complain: (complaint) => {
      if (!misshapen.some(({ path }) => isWithin(complaint.path, path))) complain(complaint)
    },
  })
  return problems.length > 0 || !sound
    ? { problems }
    : { loaded: buildContract({ id, source, models: around.models }), problems }
}

function checkMeaning({ contract, around, sound, complain }: Meaning): void {
  let mistakes = 0
  const counting: Complain = (complaint) => {
    mistakes++
    complain(complaint)
  }
  checkCitations({ contract, complain })
  checkOnly({ contract, complain })
  checkDocumented({ contract, complain })
  checkWorld({ contract, complain })
  checkInside({ contract, complain })
  checkNegations({ contract, complain })
  checkForms({ contract, complain: counting })
  const scope = declareNames({ contract, around, complain: counting })
  if (!sound || mistakes > 0) bindAllKept(contract, scope)
  const usage = checkNames({ contract, scope, clients: clientsOf(contract), complain: counting })
  if (sound && mistakes === 0) checkWhole({ contract, around, usage, complain })
}

interface Meaning {
  readonly contract: Encoded
  readonly around: Surroundings
  readonly sound: boolean
  readonly complain: Complain
}

/** What only makes sense once every piece does: else it would repeat what was said of the pieces. */
function checkWhole({ contract, around, usage, complain }: Omit<Meaning, 'sound'> & { usage: Usage }): void {
  checkSeats({ contract, complain })
  const { models } = around
  checkFaults({ contract, faults: around.faults, models, complain })
  checkDeployed({ contract, deployed: around.deployed, models, complain })
  checkRowNames({ contract, complain })
  checkUnused({ contract, used: usage.used, complain })
  checkCallbacks({ contract, callbacks: usage.callbacks, complain })
  checkControls({ contract, complain })
  checkStreams({ contract, complain })
  checkSignals({ contract, complain })
  checkRoots({ contract, wire: around.wire, complain })
}

/** Where something is out of shape, the names that are kept in it are not missed elsewhere. */
function bindAllKept(value: Encoded, scope: Scope): void {
  const kept = fieldOf(value, '$keep')
  if (typeof kept === 'string' && !scope.has(kept)) scope.set(kept, { kind: 'unknown' })
  const inner = Array.isArray(value) ? itemsOf(value) : fieldsOf(value).map(([, field]) => field)
  for (const piece of inner) bindAllKept(piece, scope)
}

function checkId({ id, complain }: { id: string; complain: Complain }): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/.test(id)) return
  complain({ path: [], seen: `the id \`${id}\``, wanted: 'a file name in lower case with `-` between the words' })
}
