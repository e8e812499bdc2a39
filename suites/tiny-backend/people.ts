import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'

/** Whoever acts: a user, or the service role. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly role: string
  readonly is_service: boolean
}

export interface People {
  readonly users: readonly Person[]
  readonly service: Person
  readonly tokenOf: (person: Person) => string
  /** Whose token an `Authorization` header holds; undefined where it holds none that is valid. */
  readonly whoIs: (authorization: string | undefined) => Person | undefined
  readonly logIn: (email: unknown, password: unknown) => Person | undefined
  readonly passwordOf: (person: Person) => string
}

/** Who there is, with tokens that only this process can have made. */
export function openPeople(): People {
  const secret = randomBytes(32)
  const users = [person('ada', 'admin'), person('una', 'user'), person('ugo', 'user'), person('uma', 'user')]
  const service = { ...person('service', 'admin'), is_service: true }
  const all = new Map([...users, service].map((one) => [one.id, one]))
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex')
  return {
    users,
    service,
    tokenOf: ({ id }) => `${id}.${sign(id)}`,
    whoIs(authorization = '') {
      const [, id = '', signature = ''] = /^Bearer ([\w-]+)\.([0-9a-f]+)$/.exec(authorization) ?? []
      return same(signature, sign(id)) ? all.get(id) : undefined
    },
    logIn: (email, password) => users.find((one) => one.email === email && sign(one.email) === password),
    passwordOf: ({ email }) => sign(email),
  }
}

function person(name: string, role: string): Person {
  return { id: randomUUID(), email: `${name}@tiny.example`, full_name: name, role, is_service: false }
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
