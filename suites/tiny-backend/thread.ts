import { parentPort, workerData } from 'node:worker_threads'
import type { TinyBackendOptions } from './options.ts'
import { resolveForFunctions } from './resolve-for-functions.ts'
import { serveTinyBackend } from './serve-tiny-backend.ts'

const options = workerData as TinyBackendOptions
resolveForFunctions(options.functions)
const url = await serveTinyBackend(options)

// A function that goes wrong after it has answered does not take the backend with it.
process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})

parentPort?.postMessage(url)
