import { fault, type Fault } from '../errors.ts'
import type { Framework } from '../framework.ts'
import { EDITIONS } from '../version.ts'
import { formulaFaults } from './formulas.ts'
import { gateFaults } from './gates.ts'
import { gradeFaults } from './grades.ts'
import { idFaults } from './ids.ts'
import { pipelineFaults } from './pipeline.ts'
import { treeFaults } from './tree.ts'

/**
 * Everything that is wrong with a framework, at once. A framework without faults compiles, and scores any valid dataset.
 *
 * @returns Faults in the order of the framework, each with the id and the path of what is wrong:
 * `tree/<ids below the root>/<field>`, `gates/<id>/<field>`, `grades/<id>/<field>`, `basicRule/<grade>/<field>`,
 * `facts/<id>`, `pipeline/<step>`, `inputs/<id>/<field>`, `params/<id>/<field>`.
 * @example validateFramework({ ...framework, grades: [] }).map(({ code }) => code) // ['BASIC_RULE_UNKNOWN_GRADE']
 */
export function validateFramework(framework: Framework): readonly Fault[] {
  return [
    ...settingFaults(framework),
    ...idFaults(framework),
    ...treeFaults(framework),
    ...pipelineFaults(framework),
    ...gateFaults(framework),
    ...gradeFaults(framework),
    ...formulaFaults(framework),
  ]
}

function settingFaults({ semantics, periodMonths }: Framework): readonly Fault[] {
  const known: number = semantics
  return [
    ...(EDITIONS.some((edition) => edition === known)
      ? []
      : [fault('SEMANTICS_UNKNOWN', { semantics: known, known: EDITIONS.join(', ') }, { path: 'semantics' })]),
    ...(periodMonths > 0 && Number.isFinite(periodMonths)
      ? []
      : [fault('PERIOD_MONTHS_NOT_USABLE', { periodMonths }, { path: 'periodMonths' })]),
  ]
}
