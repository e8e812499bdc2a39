import type { Event } from '../../harness/model/event.ts'
import { foldEvents, type Report } from '../fold.ts'

/** Makes something of the events of one run, in their order. */
export interface Reporter {
  event(event: Event): void
  /** No event follows: an interrupted run has no footer. */
  end?(): void | Promise<void>
}

/** Where a report goes. */
export interface Sink {
  write(text: string): void
}

export interface ReporterOptions {
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** List the reasons for which cases do not apply, too. */
  readonly reasons?: boolean
  /** The page that a CI shows for a step, where it has one: what is written there is markdown. */
  readonly summary?: Sink
}

export type CreateReporter = (sink: Sink, options: ReporterOptions) => Reporter

/** A reporter that has something to say only once it has seen everything. Nothing seen, nothing said. */
export function reportAtEnd(sink: Sink, render: (report: Report) => string): Reporter {
  const events: Event[] = []
  return {
    event: (event) => void events.push(event),
    end: () => {
      if (events.length > 0) sink.write(render(foldEvents(events)))
    },
  }
}
