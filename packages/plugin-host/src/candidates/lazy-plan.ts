import { compile, type Plan } from '@plumbline/kernel'
import type { LoadedPlugin } from '../contract.ts'

/**
 * A plugin whose plan is made with its first use.
 *
 * @param planOf - How; the framework of its catalogue is compiled where nothing is said. What it throws, it throws again
 * with the next use.
 */
export function withLazyPlan(
  parts: Omit<LoadedPlugin, 'plan'>,
  planOf: () => Plan = () => compile(parts.catalogue.framework),
): LoadedPlugin {
  let plan: Plan | undefined
  return {
    ...parts,
    get plan() {
      plan ??= planOf()
      return plan
    },
  }
}
