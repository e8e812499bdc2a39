// Called by others than the SDK, it can only act as the service role.
import { createClientFromRequest } from 'npm:@base44/sdk'

Deno.serve(async (req) => {
  try {
    const base44 = createClientFromRequest(req)
    const orders = await base44.asServiceRole.entities.Orders.list()
    return Response.json({ orders: orders.length })
  } catch (error) {
    return Response.json({ error: error.message }, { status: 500 })
  }
})
