import { SubjectError } from '../subjects/subject-error.ts'

/** 2.9.6 lacks packages of some platforms in the npm registry. */
export const denoVersion = '2.9.5'

/** The npm package that holds the Deno binary of a machine. */
export interface DenoPlatform {
  readonly name: string
  readonly binary: 'deno' | 'deno.exe'
}

/** As Deno publishes them; there is none for the C library of Alpine. */
const published = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64-glibc', 'linux-arm64-glibc']

export function denoPlatform({ platform, arch, musl }: Machine = thisMachine()): DenoPlatform {
  const target = platform === 'linux' ? `linux-${arch}-${musl ? 'musl' : 'glibc'}` : `${platform}-${arch}`
  if (!published.includes(target)) {
    throw new SubjectError(
      `looked for the Deno that functions run on: npm has none for ${target}, only for ${published.join(', ')}. Install it so that "deno" is found (https://deno.com), or do this on one of these.`,
    )
  }
  return { name: `@deno/${target}`, binary: platform === 'win32' ? 'deno.exe' : 'deno' }
}

interface Machine {
  readonly platform: string
  readonly arch: string
  /** The C library of Alpine, which what is built for glibc does not run on. */
  readonly musl: boolean
}

function thisMachine(): Machine {
  const { platform, arch } = process
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return { platform, arch, musl: platform === 'linux' && header?.glibcVersionRuntime === undefined }
}
