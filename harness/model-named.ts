import type { HistoryModel, ModelFacts } from './model/history-model.ts'
import { models } from '../suites/models/index.ts'

/** A model by its name, which the loader has checked. */
export function modelNamed(name: string): HistoryModel {
  const model = Object.hasOwn(models, name) ? models[name] : undefined
  if (model === undefined) throw new Error(`no model is called ${name}; the loader should have refused it`)
  return model
}

/** What contracts may say of models, for the loader. */
export function modelFacts(): Readonly<Record<string, ModelFacts>> {
  return models
}
