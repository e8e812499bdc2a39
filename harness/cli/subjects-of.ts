import { resolveSdk } from '../execute/subjects/resolve-sdk.ts'
import type { SdkSubject } from '../model/subject.ts'
import type { Console } from './console.ts'
import { cacheFolder, type Home } from './home.ts'

/** Every SDK that was named, each once; without any, the default one. */
export async function subjectsOf(
  specs: readonly string[] | undefined,
  {
    console,
    home,
  }: {
    console: Pick<Console, 'cwd' | 'environment' | 'runtimeVersion'>
    home: Home
  },
): Promise<SdkSubject[]> {
  const found = new Map<string, SdkSubject>()
  for (const spec of specs === undefined || specs.length === 0 ? [undefined] : specs) {
    const subject = await resolveSdk({
      spec,
      cwd: console.cwd,
      own: home.root,
      cache: cacheFolder(console.environment),
      environment: console.environment,
      runtimeVersion: console.runtimeVersion,
    })
    found.set(subject.id, subject)
  }
  return [...found.values()]
}
