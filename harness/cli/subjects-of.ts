import { resolveSdks } from '../execute/subjects/resolve-sdks.ts'
import type { SdkSubject } from '../model/subject.ts'
import type { Console } from './console.ts'
import { cacheFolder, type Home } from './home.ts'

/** Every SDK that was named, each once; without any, the default one. */
export function subjectsOf(
  { sdk = [], with: replacing = [] }: { sdk?: readonly string[]; with?: readonly string[] },
  {
    console,
    home,
    say,
  }: {
    console: Pick<Console, 'cwd' | 'environment' | 'runtimeVersion' | 'signal'>
    home: Home
    /** Told what is fetched. */
    say: (text: string) => void
  },
): Promise<SdkSubject[]> {
  return resolveSdks({
    specs: sdk,
    replacing,
    cwd: console.cwd,
    own: home.root,
    cache: cacheFolder(console.environment),
    environment: console.environment,
    runtimeVersion: console.runtimeVersion,
    say,
    signal: console.signal,
  })
}
