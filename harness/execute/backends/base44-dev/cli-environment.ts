import { delimiter, dirname } from 'node:path'
import type { DeskAddress } from '../../../model/backend.ts'
import { rootVariable, sinkVariable } from './channel.ts'
import type { Tools } from './tools.ts'
import { denoSettings } from '../../deno/deno-environment.ts'
import { harmlessEnvironment } from '../../harmless-environment.ts'
import type { Workspace } from './workspace.ts'

/**
 * The environment of the command and, since it hands its own on, of every function. Of the user's own only what is
 * named here goes in: the rest may hold credentials, which functions could read.
 */
export function cliEnvironment({
  environment,
  tools,
  workspace,
  guard,
  sinkPort,
  desk,
  key,
  secrets,
}: {
  environment: NodeJS.ProcessEnv
  tools: Tools
  workspace: Workspace
  guard: URL
  sinkPort: number
  desk: DeskAddress
  key: string
  /** Secrets of the app. */
  secrets: Readonly<Record<string, string>>
}): NodeJS.ProcessEnv {
  const { home, temporary, root } = workspace
  const sink = `http://127.0.0.1:${sinkPort}`
  return {
    ...secrets,
    ...harmlessEnvironment(environment),
    PATH: [dirname(tools.deno), dirname(process.execPath), environment['PATH'] ?? environment['Path'] ?? ''].join(
      delimiter,
    ),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    ...command,
    ...denoSettings,
    DENO_DIR: tools.denoFolder,
    NODE_OPTIONS: `--import=${guard.href}`,
    [sinkVariable]: String(sinkPort),
    [rootVariable]: root,
    HTTP_PROXY: sink,
    HTTPS_PROXY: sink,
    NO_PROXY: `localhost,127.0.0.1,::1,${desk.host}`,
    CONFORMANCE_DESK_URL: `http://${desk.host.includes(':') ? `[${desk.host}]` : desk.host}:${desk.port}`,
    CONFORMANCE_KEY: key,
  }
}

/** workerd, its other runtime, is not fetched. It would ask npm whether it is the newest, and its makers' platform for a site. */
const command = {
  B44_DEV_FUNCTIONS_RUNTIME: 'deno',
  BASE44_API_URL: 'http://127.0.0.1:9',
  BASE44_DISABLE_TELEMETRY: '1',
  BASE44_CLI_TEST_OVERRIDES: '{"latestVersion":null}',
} as const
