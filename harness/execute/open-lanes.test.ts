import { expect, test } from 'vitest'
import { usualLimits } from './pool/limits.ts'
import { openLanes } from './open-lanes.ts'

const data = { entry: '', limitMs: 1000, fixtures: '' }

test('a machine on which no stage can be opened is no fault of the SDK', async () => {
  const script = new URL('./fixtures/has-no-stage.mjs', import.meta.url)
  const lanes = openLanes({ script, data, jobs: 1, environment: {}, limits: usualLimits })
  await expect(lanes.pool('loopback').order({ kind: 'end' })).rejects.toMatchObject({
    name: 'LoadFailure',
    owner: 'environment',
    message: 'the stage, a server on loopback, could not be opened: Error: listen EPERM',
  })
  await lanes.close()
})
