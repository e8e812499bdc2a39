import { SubjectError } from './subject-error.ts'

/** Why npm did not do what it was asked, as far as its words tell. */
type Cause = 'unpublished' | 'unreachable' | 'forbidden' | 'no-npm' | 'no-room' | 'not-writable' | 'no-package'

const signs: Readonly<Record<Cause, RegExp>> = {
  unpublished: /\b(ETARGET|E404)\b/,
  unreachable: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|EAI_FAIL|ENOTCACHED)\b/,
  forbidden: /\b(E401|E403|ENEEDAUTH)\b/,
  'no-npm': /spawn npm(\.cmd)? ENOENT/,
  'no-room': /\b(ENOSPC|EDQUOT)\b/,
  'not-writable': /\b(EACCES|EPERM|EROFS)\b/,
  'no-package':
    /\b(TAR_BAD_ARCHIVE|TAR_ENTRY_INVALID|ZLIB_|Z_DATA_ERROR|EJSONPARSE|ENOPACKAGE)\w*|Could not read package\.json/,
}

/** What is not published is for the caller to say: npm names it in its own way. */
const words: Readonly<Record<Exclude<Cause, 'unpublished'>, string>> = {
  unreachable: 'the registry cannot be reached. Check the network',
  forbidden:
    'the registry refuses. Check the login of npm (npm whoami) and the registry that it asks (npm config get registry).',
  'no-npm': 'there is no npm on the PATH. Install it',
  'no-room': 'the disk is full. Make room, or name another place for what is fetched in XDG_CACHE_HOME.',
  'not-writable': 'a folder may not be written. Name one that may in XDG_CACHE_HOME (and npm_config_cache, for npm).',
  'no-package': 'it is not the archive of a package. Make one with npm pack.',
}

/** What else can be done where npm is of no use. */
export type Otherwise = keyof typeof otherwise

const otherwise = {
  'another-sdk': {
    unreachable: ', or name a version that is installed or a folder (--sdk ./path).',
    'no-npm': ', or name the folder of a package (--sdk ./path).',
  },
  'once-only': {
    unreachable: '; it is needed once only, since what was fetched is kept.',
    'no-npm': ' (it comes with Node, from https://nodejs.org).',
  },
} as const

/** The sentence for what npm could not do; being interrupted is no failure of npm and passes through. */
export function npmFailure(doing: string, error: unknown, or: Otherwise = 'another-sdk'): Error {
  if (error instanceof Error && error.name === 'AbortError') return error
  return new SubjectError(`${doing}: ${sentence(causeOf(error), error, or)}`)
}

function sentence(cause: Cause | undefined, error: unknown, or: Otherwise): string {
  if (cause === undefined || cause === 'unpublished') return `npm failed: ${firstLines(textOf(error))}`
  const also = cause === 'unreachable' || cause === 'no-npm' ? otherwise[or][cause] : ''
  return `${words[cause]}${also}`
}

export function isUnpublished(error: unknown): boolean {
  return causeOf(error) === 'unpublished'
}

function causeOf(error: unknown): Cause | undefined {
  const text = textOf(error)
  return (Object.keys(signs) as Cause[]).find((cause) => signs[cause].test(text))
}

function textOf(error: unknown): string {
  const { stderr } = error as { stderr?: string }
  return stderr === undefined || stderr === '' ? String(error) : stderr
}

function firstLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^npm (error|warn) ?/, '').trim())
    .filter((line) => line !== '')
    .slice(0, 3)
    .join(' ')
}
