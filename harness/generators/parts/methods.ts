/** Methods that every HTTP library knows and that take a body. */
export const commonWithBody = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * Methods that `fetch` sends as well. A token of one's own would be legal too, but node:http, which the stage
 * listens with, refuses what is not in its list.
 */
export const rareMethods = ['PROPFIND', 'REPORT', 'QUERY', 'PURGE', 'SEARCH', 'LINK', 'M-SEARCH'] as const
