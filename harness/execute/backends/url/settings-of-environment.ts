import type { BackendSettings, UserSettings } from '../../../model/backend-settings.ts'

const user = /^CONFORMANCE_USER_([A-Z][A-Z0-9_]*?)_(\d+)_(ID|EMAIL|TOKEN|PASSWORD)$/

/**
 * What the environment says of a backend; an empty variable says nothing. `CONFORMANCE_USER_ADMIN_1_TOKEN` is the token
 * of the first user whose role is `admin`.
 */
export function settingsOfEnvironment(environment: NodeJS.ProcessEnv): BackendSettings {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined
  const users = usersOf(environment)
  return {
    appId: said('CONFORMANCE_APP_ID'),
    key: said('CONFORMANCE_KEY'),
    desk: said('CONFORMANCE_DESK_URL'),
    serviceToken: said('CONFORMANCE_SERVICE_TOKEN'),
    ca: said('CONFORMANCE_CA'),
    ...(Object.keys(users).length > 0 && { users }),
  }
}

function usersOf(environment: NodeJS.ProcessEnv): Record<string, UserSettings[]> {
  const byRole = new Map<string, Map<number, Record<string, string>>>()
  for (const [name, value = ''] of Object.entries(environment)) {
    const [, role = '', number = '', field = ''] = user.exec(name) ?? []
    if (role === '' || value.trim() === '') continue
    const ofRole = entryOf(byRole, role.toLowerCase(), () => new Map<number, Record<string, string>>())
    entryOf<number, Record<string, string>>(ofRole, Number(number), () => ({}))[field.toLowerCase()] = value.trim()
  }
  return Object.fromEntries([...byRole].map(([role, users]) => [role, inOrder(users)]))
}

function inOrder(users: ReadonlyMap<number, UserSettings>): UserSettings[] {
  return [...users].sort(([a], [b]) => a - b).map(([, user]) => user)
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
