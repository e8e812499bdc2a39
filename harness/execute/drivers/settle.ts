/** What came of waiting: the value, the error, or nothing within the limit. */
export type Settled =
  | { readonly kind: 'resolved'; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly error: unknown }
  | { readonly kind: 'timed-out' }

/** Waits for a promise, but no longer than the limit. The limit detects a hang; nothing is ever timed by it. */
export function settle(promise: PromiseLike<unknown>, deadline: Deadline): Promise<Settled> {
  return Promise.race([
    Promise.resolve(promise).then(
      (value): Settled => ({ kind: 'resolved', value }),
      (error: unknown): Settled => ({ kind: 'rejected', error }),
    ),
    deadline.passed.then((): Settled => ({ kind: 'timed-out' })),
  ])
}

export interface Deadline {
  readonly limitMs: number
  /** Resolves when the time is up; never, once cancelled. */
  readonly passed: Promise<void>
  cancel: () => void
}

/** While something waits that is not to be hurried, the time does not count. */
export function startDeadline(limitMs: number, isWaiting: () => boolean = () => false): Deadline {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<void>((resolve) => {
    const end = (): void => (isWaiting() ? start() : resolve())
    const start = (): void => void (timer = setTimeout(end, limitMs))
    start()
  })
  return { limitMs, passed, cancel: () => clearTimeout(timer) }
}
