import { fault, suggest, validateFramework, type Fault, type Plan } from '@plumbline/kernel'
import type { Draw } from './draw.ts'
import { drawnPlan } from './drawn-plan.ts'
import type { Among } from './spec.ts'

/** Adds a fault of one place of the specification. */
export type Say = (code: string, params: Fault['params'], id?: string) => void

/** Collects faults by place. */
export const sayInto =
  (found: Fault[]) =>
  (path: string): Say =>
  (code, params, id) =>
    found.push(fault(code, params, id === undefined ? { path } : { path, id }))

export function checkIds(among: Among, known: ReadonlySet<string>, say: Say): void {
  if (among === 'all') return
  for (const id of among) if (!known.has(id)) say('UNCERTAINTY_UNKNOWN_NODE', { nearest: suggest(id, [...known]) }, id)
}

export function checkOptions(options: readonly unknown[], say: Say): void {
  if (options.length === 0) say('UNCERTAINTY_NO_OPTIONS', {})
}

/** What the kernel says of the framework with this alternative in it. */
export function alternative(plan: Plan, draw: Draw, path: string): readonly Fault[] {
  const { framework } = drawnPlan(plan, draw)
  return validateFramework(framework).map((one) => ({ ...one, at: { ...one.at, path } }))
}
