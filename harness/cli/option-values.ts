import { InvalidArgumentError } from 'commander'

/** For an option that may be given more than once. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Seeds are 31 bits; nothing else that is counted comes near. */
const most = 2 ** 31 - 1

export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is wanted.`)
  }
}

/** A day that has not passed, in UTC. */
export function comingDay(now: Date): (text: string) => string {
  return (text) => {
    const today = now.toISOString().slice(0, 10)
    const noon = new Date(`${text}T12:00:00Z`)
    const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon.getTime())
    if (!exists || !noon.toISOString().startsWith(text)) {
      throw new InvalidArgumentError('A date that exists is wanted: 2026-11-21.')
    }
    if (text < today) throw new InvalidArgumentError(`A day that has not passed is wanted; today is ${today}, in UTC.`)
    return text
  }
}

export function oneLine(text: string): string {
  if (/\S/.test(text) && !/[\r\n]/.test(text)) return text
  throw new InvalidArgumentError('Text in one line is wanted.')
}

export function webAddress(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text
  throw new InvalidArgumentError('An address is wanted: https://example.org/issues/7.')
}
