/** Aborting is driven by events: a request that arrived, a first byte that was read, the end of what runs beside it. */
export function signalFor(
  when: string,
  {
    onReceived,
    onRead,
    onAlone,
  }: {
    onReceived: (listener: () => void) => void
    onRead: (listener: () => void) => void
    onAlone: (listener: () => void) => void
  },
): AbortSignal {
  if (when === 'aborted') return AbortSignal.abort()
  const controller = new AbortController()
  if (when === 'when-received') onReceived(() => controller.abort())
  if (when === 'when-read') onRead(() => controller.abort())
  if (when === 'when-others-end') onAlone(() => controller.abort())
  return controller.signal
}
