import { reachOf } from '@plumbline/analysis'
import { isBranch, readsSample, score, withoutFormulas, type Fault } from '@plumbline/kernel'
import type { Scorable } from '../cases/run.ts'
import { dated } from '../sample/dated.ts'
import { spaceOf } from '../sample/space.ts'
import { groupOf } from './group/group.ts'
import { GROUP_LAWS, groupTotal } from './group/laws.ts'
import { enclosed } from './interval.ts'
import { monotone } from './monotone.ts'
import { notApplicable } from './not-applicable.ts'
import type { Property, Trial } from './property.ts'
import { deterministic, localeless } from './same.ts'
import { adding, bounded, sharing, total } from './total.ts'

export { checkPrograms, type ProgramOptions } from './programs.ts'

export interface PropertyRun {
  readonly property: string
  /** Invented rows that it was tried on. */
  readonly runs: number
  /** Shrunk counterexamples; cautions where the law is not broken but has a price. */
  readonly findings: readonly Fault[]
}

export interface PropertyOptions {
  readonly runs?: number
  readonly seed?: number
  /** The kernel that is tried; that of the workspace where nothing is said. */
  readonly kernel?: Trial['score']
}

const PROPERTIES: readonly Property[] = [
  bounded,
  monotone,
  notApplicable,
  adding,
  sharing,
  deterministic,
  enclosed,
  localeless,
]

/**
 * Tries the laws that follow from a manifest, with invented rows: nothing has to be written for them. Where units are
 * scored by comparison, the laws of a group too, each as far as the standard's methods promise it.
 *
 * @param options - `runs` 50 rows for each law and `seed` 1 unless said; the same seed tries the same rows.
 * @returns One entry a law. Where rows that the value rules allow cannot be scored at all, that alone is said.
 * @example checkProperties(plugin).every(({ findings }) => findings.length === 0)
 */
export function checkProperties(
  subject: Scorable,
  { runs = 50, seed = 1, kernel = score }: PropertyOptions = {},
): readonly PropertyRun[] {
  // The laws are about what is done with raw values, whether reported or worked out.
  const { catalogue } = subject
  const plan = withoutFormulas(dated(subject).plan)
  const trial = { catalogue, plan, space: spaceOf(catalogue, plan), runs, seed, score: kernel }
  const group = reachOf(plan) === 'unit' ? [] : groupLaws(trial)
  if (group.some(({ property, findings }) => property === groupTotal.id && findings.length > 0)) return group
  // A unit by itself is no sample: by itself it has no score, or one that says nothing.
  if (plan.nodes.some((node) => !isBranch(node) && readsSample(node.spec.normalise))) return group
  const first = { property: total.id, runs, findings: total.check(trial) }
  if (first.findings.length > 0) return [...group, first]
  const alone = PROPERTIES.map(({ id, check }) => ({ property: id, runs, findings: check(trial) }))
  return [...group, first, ...alone]
}

function groupLaws(trial: Trial): readonly PropertyRun[] {
  const group = groupOf(trial)
  const runs = group.rows.length
  const whole = { property: groupTotal.id, runs, findings: groupTotal.check(group) ?? [] }
  if (whole.findings.length > 0) return [whole]
  const others = GROUP_LAWS.flatMap(({ id, check }) => {
    const findings = check(group)
    return findings === null ? [] : [{ property: id, runs, findings }]
  })
  return [whole, ...others]
}
