import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { analytics } from './analytics.ts'
import { media } from './media.ts'
import { publicSettings } from './public-settings.ts'

/** What is asked for before anybody is signed in, or by a browser that sends no token, or a stale one. */
export const open: Routes = new Hono<Env>()

for (const module of [media, publicSettings, analytics]) open.route('/', module)
