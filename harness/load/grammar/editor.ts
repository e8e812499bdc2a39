import { z } from 'zod'
import { forms } from './forms.ts'
import type { FormGrammar } from './forms.ts'
import type { Leaves } from './leaves.ts'
import { receivedRequestGrammar, sentRequestGrammar } from './request.ts'
import { innerGrammars, partGrammars, stepGrammars } from './step.ts'

/** The free-form parts spelled out, so that an editor can complete the forms in them. */
export function editorLeaves(): Leaves {
  const value = leafOf({
    id: 'value',
    roles: ['value', 'comparable'],
    describe: 'A value: data, or a form that JSON lacks.',
  })
  const pattern = leafOf({
    id: 'pattern',
    roles: ['matcher', 'comparable'],
    describe: 'What must be seen; exact, unless a form says otherwise.',
  })
  const requests = {
    sent: someRequests(sentRequestGrammar({ pattern, value })),
    received: someRequests(receivedRequestGrammar({ pattern })),
  }
  const open = { value, pattern, ...requests, step: z.unknown(), part: z.unknown(), inner: z.unknown() }
  const inner = innerGrammars(open)
  const part = partGrammars(open)
  const leaves = { ...open, part: z.union([part.call, part.http]), inner: z.union([inner.call, inner.read]) }
  const { call, construct, read, together, http, inside } = stepGrammars(leaves)
  return { ...leaves, step: z.union([call, construct, read, together, http, inside]) }
}

/** Anything at all, with the forms of some roles among the keys of an object. */
function leafOf({
  id,
  roles,
  describe,
}: {
  id: string
  roles: readonly FormGrammar['role'][]
  describe: string
}): z.ZodType {
  const leaf: z.ZodType = z
    .lazy(() => {
      const words = Object.entries(forms)
        .filter(([, form]) => roles.includes(form.role))
        .map(([word, form]) => [`$${word}`, form.content(leaf).optional().describe(form.describe)] as const)
      const object = z.object(Object.fromEntries(words)).catchall(leaf)
      return z.union([object, z.array(leaf), z.string(), z.number(), z.boolean(), z.null()])
    })
    .meta({ id, description: describe })
  return leaf
}

function someRequests(request: z.ZodType): z.ZodType {
  const others = z.strictObject({ $includes: z.array(request).describe('These, among others.') })
  return z.union([request, z.array(request), others])
}
