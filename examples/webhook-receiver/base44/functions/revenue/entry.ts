import { createClientFromRequest } from 'npm:@base44/sdk'

/** What was earned, by currency; whoever may not read payments sees nothing of them. */
Deno.serve(async (req) => {
  const { Payment } = createClientFromRequest(req).entities
  const { rows } = await Payment.aggregate({ query: { status: 'succeeded' }, groupBy: 'currency', sum: 'amount' })
  return Response.json(Object.fromEntries(rows.map((row) => [row.currency, row.sum_amount])))
})
