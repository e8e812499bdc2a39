import { Hono } from 'hono'
import type { Env, Routes } from '../emulated.ts'
import { login } from './login.ts'
import { redirects } from './redirects.ts'
import { register } from './register.ts'
import { resetPassword } from './reset-password.ts'

/** What is open to everybody: whoever is not signed in becomes somebody here, whatever token they still carry. */
export const signIn: Routes = new Hono<Env>()
  .route('/', redirects)
  .route('/', login)
  .route('/', register)
  .route('/', resetPassword)
