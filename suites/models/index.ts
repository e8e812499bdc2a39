import type { HistoryModel } from '../../harness/model/history-model.ts'
import { entities } from './entities.ts'
import { subscriptions } from './subscriptions.ts'
import { tokens } from './tokens.ts'

const all: readonly HistoryModel[] = [entities, subscriptions, tokens]

/** Every model that a contract may name. */
export const models: Readonly<Record<string, HistoryModel>> = Object.fromEntries(all.map((one) => [one.name, one]))
