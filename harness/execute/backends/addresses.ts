/** Where the SDK finds what a test user needs, below a backend's address; seen on the wire of @base44/sdk 0.8.50. */
export const loginPath = (appId: string): string => `/api/apps/${encodeURIComponent(appId)}/auth/login`
export const mePath = (appId: string): string => `/api/apps/${encodeURIComponent(appId)}/entities/User/me`
export const functionPath = (appId: string, name: string): string =>
  `/api/apps/${encodeURIComponent(appId)}/functions/${encodeURIComponent(name)}`

/** Where a backend may describe itself. */
export const descriptionPath = '/.well-known/base44-conformance'
