import type { Fault } from '../../model/fault.ts'

export const retriesPosts: Fault = {
  id: 'backend/retries-posts',
  title: 'a POST is handed to the function twice',
  times: ({ method }) => (method === 'POST' ? 2 : 1),
}
