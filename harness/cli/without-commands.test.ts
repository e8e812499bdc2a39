import { expect, it } from 'vitest'
import { withoutCommands } from './without-commands.ts'

const actions = { GITHUB_ACTIONS: 'true' }

it.each([
  ['::error::x', ': :error::x'],
  ['a\n      ::stop-commands::x\n', 'a\n      : :stop-commands::x\n'],
  ['a ::error:: b', 'a ::error:: b'],
  ['  "##[add-mask]x"', '  "# #[add-mask]x"'],
  ['### [a] #[b]', '### [a] #[b]'],
  ['###[error]x', '## #[error]x'],
])('%j in a workflow: %j', (text, shown) => {
  expect(withoutCommands(text, actions)).toBe(shown)
  expect(withoutCommands(text, {})).toBe(text)
})
