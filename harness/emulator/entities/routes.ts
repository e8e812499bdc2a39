import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { isFromFunction } from '../from-a-function.ts'
import { readable } from '../rules/readable.ts'
import { aggregate } from './aggregate/aggregate.ts'
import { bulkCreate, bulkUpdate, create, deleteMany, remove, update, updateMany } from './changes.ts'
import { importEntities } from './import/import-entities.ts'
import { jsonBody } from './json-body.ts'
import { notFound } from './changed-row.ts'
import { list } from './list.ts'
import { page } from './pages.ts'
import { queryOf } from './parameters.ts'
import { answerRefusal, Refusal } from './refusal.ts'
import { scopeOf } from './scope.ts'
import { upsert } from './upsert.ts'
import { visible } from './visible.ts'

/** Every method of an entity handler of the SDK, below `/api/apps/:appId/entities/:entity`. */
export const entities: Routes = new Hono<Env>()

entities.onError((error, context) => {
  if (error instanceof Refusal) return answerRefusal(context, error)
  throw error
})

entities.get('/', (context) => context.json(list(scopeOf(context), context.req)))
entities.get('/v2/list', (context) => context.json(page(scopeOf(context), context.req)))
entities.get('/count', (context) => context.json({ count: visible(scopeOf(context), queryOf(context.req)).length }))
entities.get('/:id', (context) => {
  const scope = scopeOf(context)
  const { id } = context.req.param()
  const row = scope.app.store.get(scope.entity, id)
  const seen = row && readable({ schema: scope.schema, row, by: scope.by })
  if (seen !== undefined) return context.json(seen)
  // What may not be read is not there: nobody learns which ids there are.
  if (isFromFunction(context)) return context.json(null)
  throw notFound(scope, id)
})

entities.post('/', async (context) => {
  const scope = scopeOf(context)
  return context.json(create(scope, await jsonBody(context.req)), 201)
})
entities.post('/bulk', async (context) => {
  const scope = scopeOf(context)
  return context.json(bulkCreate(scope, await jsonBody(context.req)), 201)
})
entities.put('/bulk', async (context) => {
  const scope = scopeOf(context)
  return context.json(bulkUpdate(scope, await jsonBody(context.req)))
})
entities.post('/aggregate', async (context) => {
  const scope = scopeOf(context)
  return context.json(aggregate(scope, await jsonBody(context.req)))
})
entities.post('/upsert', async (context) => {
  const scope = scopeOf(context)
  return context.json(upsert(scope, await jsonBody(context.req)))
})
entities.post('/import', async (context) => context.json(await importEntities(scopeOf(context), context.req)))
entities.patch('/update-many', async (context) => {
  const scope = scopeOf(context)
  return context.json(updateMany(scope, await jsonBody(context.req)))
})
entities.put('/:id', async (context) => {
  const scope = scopeOf(context)
  return context.json(update(scope, context.req.param('id'), await jsonBody(context.req)))
})
entities.delete('/', async (context) => {
  const scope = scopeOf(context)
  return context.json(deleteMany(scope, await jsonBody(context.req)))
})
entities.delete('/:id', (context) => context.json(remove(scopeOf(context), context.req.param('id'))))
