import { z } from 'zod'

/** What several routes take, told apart in one place. */
export const email: z.ZodType<string> = z
  .string()
  .trim()
  .max(254, 'is longer than an address can be')
  .pipe(z.email('is no email address'))

/** A password that somebody has: whatever they once chose. The end keeps hashing short. */
export const password: z.ZodType<string> = z.string().max(1024, 'is longer than 1,024 characters')

export const newPassword: z.ZodType<string> = z
  .string()
  .min(8, 'Password must be at least 8 characters long')
  .max(1024, 'Password must be at most 1,024 characters long')
