import picocolors from 'picocolors'
import type { CaseEvent, HeaderEvent } from '../../harness/model/event.ts'
import { classOf, isRed } from '../classify.ts'
import { count, counted, duration } from '../quantity.ts'
import type { Reporter, ReporterOptions, Sink } from './reporter.ts'

export interface ProgressOptions extends ReporterOptions {
  /** A terminal: one line that is drawn again and gone at the end. Otherwise a plain line now and then. */
  readonly live: boolean
  /** Milliseconds; only differences count. */
  readonly clock: () => number
}

/** Ten a second is smooth; a log wants a sign of life, not a film. */
const redrawMs = 100
const plainMs = 10_000

/** How far a run has come, while it runs. */
export function progressReporter(sink: Sink, options: ProgressOptions): Reporter {
  const { live, clock } = options
  const state: State = { planned: 0, strict: false, done: 0, calls: 0, broken: 0, startedAt: clock() }
  let shownAt = -Infinity
  let drawn = false
  const show = (): void => {
    const now = clock()
    if (now - shownAt < (live ? redrawMs : plainMs)) return
    shownAt = now
    sink.write(live ? `${erase}${liveLine(state, now, options)}` : `${plainLine(state, now)}\n`)
    drawn = true
  }
  const finish = (): void => {
    if (live && drawn) sink.write(erase)
    drawn = false
  }
  return {
    event(event) {
      if (event.kind === 'footer') return finish()
      if (event.kind === 'header') begin(state, event)
      else advance(state, event)
      // The first plain line is due after some time: a run that is over at once needs none.
      if (!live && shownAt === -Infinity) shownAt = clock()
      show()
    },
    end: finish,
  }
}

interface State {
  planned: number
  strict: boolean
  done: number
  calls: number
  broken: number
  readonly startedAt: number
}

const erase = '\r\u001b[2K'

function begin(state: State, { planned, strict = false }: HeaderEvent): void {
  state.planned = planned
  state.strict = strict
}

function advance(state: State, event: CaseEvent): void {
  state.done += 1
  state.calls += event.result.calls
  if (isRed(classOf(event), state)) state.broken += 1
}

const longestBar = 24

/** One line, whatever the width: one that wraps cannot be erased. */
function liveLine(state: State, now: number, { colour, width }: ProgressOptions): string {
  const ink = picocolors.createColors(colour)
  const said = saidOf(state, now).slice(0, Math.max(0, width - 1))
  const room = Math.min(longestBar, width - said.length - 4)
  if (room < 5) return said
  const full = Math.round((state.planned === 0 ? 0 : Math.min(1, state.done / state.planned)) * room)
  const paint = state.broken > 0 ? ink.red : ink.green
  return `  ${paint('━'.repeat(full))}${ink.dim('━'.repeat(room - full))} ${said}`
}

function plainLine(state: State, now: number): string {
  return `base44-conformance: ${saidOf(state, now)}`
}

function saidOf({ done, planned, calls, broken, startedAt }: State, now: number): string {
  const cases = `${count(done)}/${count(planned)} cases`
  const wrong = broken === 0 ? [] : [`${count(broken)} violated`]
  return [cases, counted(calls, 'call'), ...wrong, duration(now - startedAt)].join(' · ')
}
