import type { SignedIn } from '../../model/backend.ts'
import type { UserSettings } from '../../model/backend-settings.ts'
import { SubjectError } from '../subjects/subject-error.ts'
import { loginPath, mePath } from './addresses.ts'
import type { Send } from './sender.ts'

/** Test users with their tokens: those that have none log in, and those that are not named tell who they are. */
export async function signIn({
  users,
  appId,
  send,
}: {
  users: Readonly<Record<string, readonly UserSettings[]>>
  appId: string
  send: Send
}): Promise<Record<string, SignedIn[]>> {
  const signedIn: Record<string, SignedIn[]> = {}
  for (const [role, ofRole] of Object.entries(users)) {
    const list: SignedIn[] = []
    for (const [index, user] of ofRole.entries()) {
      list.push(await signInOne(user, { who: `user ${index + 1} of role ${role}`, appId, send }))
    }
    signedIn[role] = list
  }
  return signedIn
}

interface At {
  readonly who: string
  readonly appId: string
  readonly send: Send
}

async function signInOne(user: UserSettings, at: At): Promise<SignedIn> {
  const token = user.token ?? (await logIn(user, at))
  const own = { token, ...(user.password !== undefined && { password: user.password }) }
  if (user.id !== undefined && user.email !== undefined) return { id: user.id, email: user.email, ...own }
  const { status, json } = await at.send({
    method: 'GET',
    path: mePath(at.appId),
    headers: { authorization: `Bearer ${token}`, 'x-app-id': at.appId, accept: 'application/json' },
  })
  const { id = user.id, email = user.email } = textsIn(json)
  if (status === 200 && id !== undefined && email !== undefined) return { id, email, ...own }
  throw new SubjectError(
    `asked who ${at.who} is (GET ${mePath(at.appId)}): the answer was ${status} and tells no \`id\` and \`email\`. Check the token, or say \`id\` and \`email\` with it.`,
  )
}

async function logIn({ email, password }: UserSettings, { who, appId, send }: At): Promise<string> {
  if (email === undefined || password === undefined) {
    throw new SubjectError(`signed in ${who}: there is no token for it, and no e-mail with a password. Say either.`)
  }
  const path = loginPath(appId)
  const { status, json } = await send({
    method: 'POST',
    path,
    headers: { 'x-app-id': appId },
    json: { email, password },
  })
  const { access_token: token } = textsIn(json)
  if (status >= 200 && status < 300 && token !== undefined) return token
  throw new SubjectError(
    `signed in ${who} (POST ${path}): the answer was ${status}${status < 300 ? ' without an `access_token`' : ''}. Check its e-mail and its password.`,
  )
}

/** What is text in an answer, by name. */
function textsIn(json: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof json !== 'object' || json === null) return {}
  return Object.fromEntries(Object.entries(json).filter(([, value]) => typeof value === 'string' && value !== ''))
}
