import type { FieldRules, Operation, Rule, Rules } from '../emulated.ts'

/**
 * The rule of an operation: its own, or for what changes something the one called `write`, which the official CLI takes
 * for entities as well as for fields.
 */
export function ruleFor(rules: Rules | FieldRules | undefined, operation: Operation): Rule | undefined {
  const written = (rules ?? {}) as Readonly<Record<string, Rule>>
  if (Object.hasOwn(written, operation)) return written[operation]
  return operation !== 'read' && Object.hasOwn(written, 'write') ? written['write'] : undefined
}
