import { caution, compile, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import type { CaseFile } from '../cases/read.ts'
import { holds, readyCases, type Scorable } from '../cases/run.ts'
import { dated } from '../sample/dated.ts'
import { spaceOf } from '../sample/space.ts'
import { equivalence } from './equivalent.ts'
import { mutantsOf, type Mutant } from './mutants.ts'
import { suggestionFor } from './suggest.ts'

/** What the golden cases noticed, and what they did not. */
export interface MutationReport {
  readonly mutants: number
  /** Noticed by at least one golden case. */
  readonly killed: number
  /** Can never be noticed, for a reason that is proved. */
  readonly equivalent: readonly Fault[]
  /** Noticed by no case, with the case that would. */
  readonly survived: readonly Survivor[]
}

/** A change that no golden case noticed. */
export interface Survivor {
  readonly fault: Fault
  readonly suggestion: Fault
}

/**
 * Changes every weight, value rule, method, gate, grade line, basic line, missing policy, dated parameter and number in a
 * formula of a standard, one at a time,
 * and looks whether a golden case notices. What none does is not protected: it could be mistyped and nobody would know.
 *
 * @example mutate(plugin, await readCases(directory, name)).survived.length
 */
export function mutate(subject: Scorable, file: CaseFile): MutationReport {
  const { catalogue, plan } = dated(subject)
  const ready = readyCases(file, catalogue.inputs)
  const mutants = mutantsOf(plan.framework)
  const searched = { catalogue, plan, space: spaceOf(catalogue, plan), ready, tolerance: file.tolerance }
  const equivalent: Fault[] = []
  const survived: Survivor[] = []
  let killed = 0
  for (const mutant of mutants) {
    const why = equivalence(mutant, plan.framework)
    if (why !== null) equivalent.push(worded(why, mutant, catalogue))
    else if (noticed(mutant)) killed++
    else
      survived.push({
        fault: worded(CODES[mutant.kind], mutant, catalogue),
        suggestion: suggestionFor(mutant, searched),
      })
  }
  return { mutants: mutants.length, killed, equivalent, survived }

  function noticed({ framework }: Mutant): boolean {
    const mutated = { catalogue, plan: compile(framework) }
    return ready.some((one) => !holds(mutated, one, file))
  }
}

const CODES = {
  weight: 'MUTANT_WEIGHT',
  scale: 'MUTANT_SCALE',
  aggregate: 'MUTANT_AGGREGATE',
  coverage: 'MUTANT_COVERAGE',
  missing: 'MUTANT_MISSING',
  gate: 'MUTANT_GATE',
  grade: 'MUTANT_GRADE',
  'basic-rule': 'MUTANT_BASIC_RULE',
  parameter: 'MUTANT_PARAMETER',
  formula: 'MUTANT_FORMULA',
} as const satisfies Record<Mutant['kind'], string>

function worded(
  code: string,
  { id, field, place, from, to }: Mutant,
  { nodes, gates, grades, params }: Catalogue,
): Fault {
  const named = [...nodes, ...grades, ...params, ...gates.map(({ gate, zh, en }) => ({ id: gate.id, zh, en }))].find(
    (one) => one.id === id,
  )
  return caution(
    code,
    { zh: named?.zh ?? id, en: named?.en ?? id, field, ...(place !== undefined && { place }), from, to },
    { id },
  )
}
