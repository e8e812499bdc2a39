import type { FrameKind } from '../model/frame.ts'
import type { Encoded } from '../model/value.ts'
import { formValue, isObject } from './form.ts'

/** What a `sends` lists of sockets, in its order: one pattern, a list, or some among others. */
export function listedFrames(sends: Encoded | undefined): readonly FrameKind[] {
  if (sends === undefined) return []
  const patterns = formValue(sends, 'includes') ?? sends
  const list = (Array.isArray(patterns) ? patterns : [patterns]) as readonly Encoded[]
  return list.flatMap((pattern) => (isObject(pattern) && 'socket' in pattern ? [pattern['socket'] as FrameKind] : []))
}

/** Whether arguments hold a `$callback`: something that is to be told of what happens later. */
export function holdsCallback(value: Encoded): boolean {
  if (Array.isArray(value)) return (value as readonly Encoded[]).some(holdsCallback)
  if (!isObject(value)) return false
  return formValue(value, 'callback') !== undefined || Object.values(value).some(holdsCallback)
}
