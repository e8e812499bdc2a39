/** 1234567 → `1,234,567`. */
export function count(amount: number): string {
  return amount.toLocaleString('en-US')
}

/** `1 case`, `2 cases`; for words that do not take an s, with both forms. */
export function counted(amount: number, one: string, many: string = `${one}s`): string {
  return `${count(amount)} ${amount === 1 ? one : many}`
}

/** Milliseconds as a reader would say them: `340 ms`, `3.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** The beginning of a sentence. */
export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
