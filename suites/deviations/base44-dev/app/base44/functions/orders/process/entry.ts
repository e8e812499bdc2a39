// Called "orders/process": by its folders.
Deno.serve(() => Response.json({ processed: true }))
