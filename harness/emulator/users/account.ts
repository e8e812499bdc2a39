import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { changePassword } from './change-password.ts'
import { invitations } from './invitations.ts'
import { userRecords } from './user-records.ts'

/** What a user does with their own account, and an admin with those of others. */
export const account: Routes = new Hono<Env>()
  .route('/', changePassword)
  .route('/', invitations)
  .route('/', userRecords)
