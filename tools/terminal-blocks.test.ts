import { expect, test } from 'vitest'
import { makePages } from './terminal-blocks.ts'

test('what README and docs/ show of a terminal is what the command prints; if not: npm run docs', async () => {
  for (const { file, is, should, unmade } of await makePages()) {
    expect(is, file).toBe(should)
    expect(unmade, `${file}: blocks that nothing makes`).toEqual([])
  }
})
