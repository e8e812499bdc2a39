import type { Reach } from './route.ts'

/** Whom a connection to a backend is made to: the backend itself, or its proxy, which is told of the backend. */
export function hostsOnTheWay({ url, proxy }: Reach): string[] {
  return [url, ...(proxy === undefined ? [] : [proxy])].map((address) => new URL(address).hostname)
}
