import type { Encoded } from '../../model/value.ts'
import type { Complain } from '../complaints.ts'
import { fieldOf, fieldsOf, itemsOf } from '../look.ts'

/** `streams` has something to stream. */
export function checkStreams({ contract, complain }: { contract: Encoded; complain: Complain }): void {
  const deployed = fieldsOf(fieldOf(fieldOf(contract, 'given'), 'functions')).map(([, replies]) => replies)
  for (const [index, step] of itemsOf(fieldOf(contract, 'steps')).entries()) {
    if (fieldOf(step, 'streams') === undefined) continue
    const answers = fieldOf(step, 'answers')
    const replies = (answers === undefined ? deployed : [answers]).flatMap((some) =>
      Array.isArray(some) ? itemsOf(some) : [some],
    )
    if (replies.some((reply) => fieldOf(reply, 'chunks') !== undefined)) continue
    const wanted = 'a reply with `chunks` in `answers` or `given.functions`'
    complain({ path: ['steps', index, 'streams'], part: 'key', seen: '`streams` with nothing to stream', wanted })
  }
}
