import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import type { Escape } from '../../model/outcome.ts'
import { isLoopback } from '../is-loopback.ts'

/**
 * The net below the stage: from here on nothing in this thread reaches anything but loopback. What tries is
 * refused the way a network would refuse it, and becomes evidence.
 */
export interface Guard {
  /** Attempts since the last call. */
  takeEscapes: () => Escape[]
}

export function installGuard({
  allowed = [],
  heard = () => undefined,
}: {
  /** Hosts that the user named. */
  allowed?: readonly string[]
  heard?: (escape: Escape) => void
} = {}): Guard {
  for (const host of allowed) letThrough.add(bare(host))
  let escapes: Escape[] = []
  const note = (escape: Escape): Error => {
    escapes.push(escape)
    heard(escape)
    return refusal(escape)
  }
  guardSockets(note)
  guardDatagrams(note)
  guardNames(note)
  syncBuiltinESMExports()
  return {
    takeEscapes() {
      const taken = escapes
      escapes = []
      return taken
    },
  }
}

type Note = (escape: Escape) => Error

/** `tls.connect` and the global `fetch` come through here too. */
function guardSockets(note: Note): void {
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const { host, port, path } = connectTarget(args)
    if (path !== undefined || mayPass(host)) return Reflect.apply(connect, this, args) as net.Socket
    const through = this instanceof tls.TLSSocket ? 'tls' : 'net'
    const error = note({ through, target: `${host}:${port ?? ''}` })
    process.nextTick(() => this.destroy(error))
    return this
  } as typeof connect
}

interface ConnectTarget {
  readonly host: string
  readonly port?: string
  readonly path?: string
}

/** The arguments of `connect` as they may come: a normalised list, options, a path, or port and host. */
function connectTarget(args: readonly unknown[]): ConnectTarget {
  const first: unknown = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: string; port?: unknown; path?: string }
    return {
      host: host ?? 'localhost',
      ...(port !== undefined && { port: String(port) }),
      ...(path != null && { path }),
    }
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { host: '', path: first }
  return { host: typeof args[1] === 'string' ? args[1] : 'localhost', port: String(first) }
}

function guardDatagrams(note: Note): void {
  const { send, connect } = dgram.Socket.prototype
  dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]): void {
    const address = args.find((arg, index): arg is string => index > 0 && typeof arg === 'string')
    if (address === undefined || mayPass(address)) return Reflect.apply(send, this, args) as void
    finish(args, note({ through: 'dgram', target: address }))
  } as typeof send
  dgram.Socket.prototype.connect = function (this: dgram.Socket, ...args: unknown[]): void {
    const address = typeof args[1] === 'string' ? args[1] : 'localhost'
    if (mayPass(address)) return Reflect.apply(connect, this, args) as void
    finish(args, note({ through: 'dgram', target: address }))
  } as typeof connect
}

/** Every function of `node:dns` that takes a name: lookups, resolvers, their promises. */
function guardNames(note: Note): void {
  for (const owner of [dns, dns.Resolver.prototype] as object[]) {
    guardMethods(owner, (args, error) => finish(args, error), note)
  }
  for (const owner of [dns.promises, dns.promises.Resolver.prototype] as object[]) {
    guardMethods(owner, (_, error) => Promise.reject(error), note)
  }
}

function guardMethods(owner: object, refuse: (args: readonly unknown[], error: Error) => unknown, note: Note): void {
  const methods = owner as Record<string, unknown>
  for (const name of Object.getOwnPropertyNames(owner)) {
    const original = methods[name]
    if (typeof original !== 'function' || !/^(lookup|resolve|reverse)/.test(name)) continue
    methods[name] = function (this: unknown, ...args: unknown[]): unknown {
      const host = String(args[0])
      // An address that is looked up as if it were a name is asked of nobody.
      const isAddress = name === 'lookup' && net.isIP(host) !== 0
      if (isAddress || mayPass(host)) return Reflect.apply(original, this, args) as unknown
      return refuse(args, note({ through: 'dns', target: host }))
    }
  }
}

function finish(args: readonly unknown[], error: Error): void {
  const callback = args.at(-1)
  if (typeof callback === 'function') process.nextTick(callback as (error: Error) => void, error)
}

/** Hosts that the user named: a backend that is judged. */
const letThrough = new Set<string>()

function mayPass(host: string): boolean {
  return isLoopback(host) || letThrough.has(bare(host))
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase()
}

function refusal({ through, target }: Escape): Error {
  const message = `base44-conformance let nothing through to the network: ${through} ${target}`
  return Object.assign(new Error(message), { code: 'ENETUNREACH', syscall: 'connect' })
}
