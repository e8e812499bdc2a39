import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { agents } from './agents/agents.ts'
import { appLogs } from './app-logs.ts'
import { connectors } from './connectors.ts'
import { integrations } from './integrations.ts'
import { notEmulated } from './not-emulated.ts'
import { sso } from './sso.ts'
import { upload } from './upload.ts'

/** The rest of the API, as far as a caller can tell; uploads come before the integrations that are only recorded. */
export const rest: Routes = new Hono<Env>()

for (const module of [agents, appLogs, connectors, sso, upload, integrations, notEmulated]) rest.route('/', module)
