import { takeRows } from '@plumbline/analysis'
import {
  caution,
  compile,
  formulasOf,
  referencesOf,
  type Condition,
  type Dataset,
  type Fault,
  type IndicatorSpec,
  type Plan,
} from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { asGiven } from '../cases/prepare.ts'
import { nameOf, type ReadyCase } from '../cases/run.ts'
import { replay, type ReplayedRow } from '../diff/replay.ts'
import type { SampleSpace } from '../sample/space.ts'
import { variantsOf } from '../sample/variants.ts'
import type { Mutant } from './mutants.ts'
import { nodesOf } from './tree.ts'
import { workedOut } from './worked-out.ts'

export interface Searched {
  readonly catalogue: Catalogue
  readonly plan: Plan
  readonly space: SampleSpace
  readonly ready: readonly ReadyCase[]
  /** Differences of scores that a case would notice. */
  readonly tolerance: number
}

/**
 * The case that would notice a mutant: one of the golden cases with a single cell changed, else a score to aim at.
 *
 * @returns SUGGEST_CASE, SUGGEST_WORKED_OUT (a formula or program gives the value), SUGGEST_SCORE (a grade line), or SUGGEST_NONE where no single change of a case tells the two apart.
 */
export function suggestionFor(mutant: Mutant, searched: Searched): Fault {
  if (mutant.kind === 'grade') {
    const [low, high] = [mutant.from, mutant.to].map(Number).sort((a, b) => a - b)
    return caution('SUGGEST_SCORE', { low: low ?? null, high: high ?? null }, { id: mutant.id })
  }
  for (const { case: one, dataset, faults } of searched.ready) {
    if (faults.length > 0) continue
    for (const id of cellsOf(mutant, searched)) {
      const { code, values, rows } = tried(mutant, searched, { own: takeRows(dataset, [0]), id })
      const apart = rows.find((row) => isApart(row, searched.tolerance))
      if (!apart) continue
      const value = values[Number(apart.unit.slice(1)) - 1]
      const scores = {
        before: apart.before.score,
        after: apart.after?.score ?? null,
        gradeBefore: apart.before.grade,
        gradeAfter: apart.after?.grade ?? null,
      }
      return caution(code, { case: nameOf(one), item: id, value: value ?? 'null', ...scores }, { id })
    }
  }
  return caution('SUGGEST_NONE', {}, { id: mutant.id })
}

interface Tried {
  readonly code: 'SUGGEST_CASE' | 'SUGGEST_WORKED_OUT'
  readonly values: readonly number[]
  readonly rows: readonly ReplayedRow[]
}

/** A case with every value that one cell can have, under the standard and under the mutant. */
function tried(mutant: Mutant, searched: Searched, { own, id }: { readonly own: Dataset; readonly id: string }): Tried {
  const spec = searched.plan.nodes.map((node) => node.spec).find((one) => one.id === id)
  if (spec?.kind === 'indicator' && isWorkedOut(spec)) {
    const found = workedOut(mutant, searched, { own, spec })
    return { code: 'SUGGEST_WORKED_OUT', ...(found ?? { values: [], rows: [] }) }
  }
  const other = { catalogue: searched.catalogue, plan: compile(mutant.framework) }
  const domain = searched.space.domains.get(id) ?? searched.space.facts.find((fact) => fact.id === id)?.values ?? []
  const values = [...domain, ...aroundNumber(mutant)]
  const rows = asGiven(variantsOf(own, id, [...values, null]))
  return { code: 'SUGGEST_CASE', values, rows: replay(searched, other, { before: rows, after: rows }) }
}

/** A number in a formula may be a threshold of what the formula reads: the two numbers, and what lies between them. */
function aroundNumber({ kind, from, to }: Mutant): readonly number[] {
  const [before, after] = [Number(from), Number(to)]
  return kind === 'formula' ? [before, (before + after) / 2, after] : []
}

const isWorkedOut = ({ value, code }: IndicatorSpec): boolean => (value ?? code) !== undefined

/** Told apart by more than a case forgives. */
function isApart({ before, after }: ReplayedRow, tolerance: number): boolean {
  if (after === null) return true
  const words =
    before.grade !== after.grade || before.status !== after.status || before.gates.join() !== after.gates.join()
  return words || Math.abs((before.score ?? -1) - (after.score ?? -1)) > tolerance
}

/**
 * Cells that bear on what was changed: the indicators at or below a node, what a gate or a formula looks at, the basic
 * indicators.
 */
function cellsOf({ kind, id, framework }: Mutant, { plan }: Searched): readonly string[] {
  const nodes = nodesOf(plan.framework)
  const below = (node: string): readonly string[] => {
    const at = nodes.find(({ spec }) => spec.id === node)
    if (!at) return []
    return at.spec.kind === 'indicator' ? [node] : at.spec.children.flatMap((child) => below(child.id))
  }
  if (kind === 'basic-rule')
    return nodes.flatMap(({ spec }) => (spec.kind === 'indicator' && spec.basic ? [spec.id] : []))
  if (kind === 'formula') {
    const own = formulasOf(plan.framework).filter((one) => one.id === id)
    const read = own.flatMap(({ formula }) => referencesOf(formula.body))
    return [
      ...new Set(read.flatMap(({ op, id: name }) => (op === 'column' ? [name] : op === 'score' ? below(name) : []))),
    ]
  }
  if (kind !== 'gate') return below(id)
  const gate = [...plan.framework.gates, ...framework.gates].find((one) => one.id === id)
  return gate
    ? namesIn(gate.when).flatMap((name) => (nodes.some(({ spec }) => spec.id === name) ? below(name) : [name]))
    : []
}

function namesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  return 'fact' in condition
    ? [condition.fact]
    : 'leaf' in condition
      ? [condition.leaf]
      : 'node' in condition
        ? [condition.node]
        : []
}
