import { expect, test } from 'vitest'
import { settingsOfEnvironment } from './settings-of-environment.ts'

test('what the environment says, users by role in the order of their numbers', () => {
  const settings = settingsOfEnvironment({
    CONFORMANCE_APP_ID: 'app-1',
    CONFORMANCE_KEY: ' key ',
    CONFORMANCE_DESK_URL: 'http://127.0.0.1:4500',
    CONFORMANCE_SERVICE_TOKEN: 'service',
    CONFORMANCE_CA: '/ca.pem',
    CONFORMANCE_USER_USER_10_TOKEN: 'tenth',
    CONFORMANCE_USER_USER_2_EMAIL: 'two@example.com',
    CONFORMANCE_USER_USER_2_PASSWORD: 'secret',
    CONFORMANCE_USER_TEAM_LEAD_1_TOKEN: 'lead',
    CONFORMANCE_USER_ADMIN_1_NAME: 'no such field',
    CONFORMANCE_USER_EMPTY_1_TOKEN: '',
    USER: 'somebody',
  })
  expect(settings).toEqual({
    appId: 'app-1',
    key: 'key',
    desk: 'http://127.0.0.1:4500',
    serviceToken: 'service',
    ca: '/ca.pem',
    users: {
      user: [{ email: 'two@example.com', password: 'secret' }, { token: 'tenth' }],
      team_lead: [{ token: 'lead' }],
    },
  })
})

test('without any of it, nothing', () => {
  expect(Object.values(settingsOfEnvironment({ CONFORMANCE_KEY: '' })).filter((one) => one !== undefined)).toEqual([])
})
