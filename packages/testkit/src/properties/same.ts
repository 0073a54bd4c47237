import { compile, fault, type Fault, type Framework, type Result } from '@plumbline/kernel'
import { shortly } from '../sample/describe.ts'
import { datasetOf, type SampleRow } from '../sample/row.ts'
import { shrunk, someRows, type Property, type Trial } from './property.ts'

/** The same rows give the same bits: again, and in another order. */
export const deterministic: Property = {
  id: 'determinism',
  check: (trial) =>
    differing(trial, 'PROPERTY_NOT_DETERMINISTIC', (rows) => {
      const turned = trial.score(trial.plan, datasetOf(rows.toReversed()))
      return [bitsOf(trial.score(trial.plan, datasetOf(rows)), rows.length), bitsOf(turned, rows.length).toReversed()]
    }),
}

/** Names from every script, that a machine's language would sort or fold in its own way. */
const NAMES = ['İstanbul', 'ırmak', 'straße', 'Ångström', '甲单位', '示例乙', 'ΣΊΣΥΦΟΣ', 'e\u0301', 'é', '1,5', '１２']

/** What units are called, the order of keys and the road through JSON make no difference: no language of the machine does. */
export const localeless: Property = {
  id: 'locale',
  check: (trial) => {
    const plan = compile(JSON.parse(JSON.stringify(trial.plan.framework)) as Framework)
    return differing(trial, 'PROPERTY_LOCALE', (rows) => {
      const data = datasetOf(rows)
      const renamed = {
        ...data,
        units: rows.map((_, row) => `${NAMES[row % NAMES.length]}${row}`),
        columns: new Map([...data.columns].toReversed()),
      }
      return [bitsOf(trial.score(trial.plan, data), rows.length), bitsOf(trial.score(plan, renamed), rows.length)]
    })
  },
}

function differing(
  trial: Trial,
  code: string,
  twice: (rows: readonly SampleRow[]) => readonly [readonly string[], readonly string[]],
): readonly Fault[] {
  const alike = (rows: readonly SampleRow[]): boolean => {
    const [a, b] = twice(rows)
    return a.every((bits, row) => bits === b[row])
  }
  if (alike(someRows(trial))) return []
  const row = shrunk(trial, (one) => alike([one, one]))
  return [fault(code, { example: row ? shortly(trial.space, row) : '–' })]
}

/** Everything of a row that is published, to the last bit; ranks aside, which depend on who else is there. */
export function bitsOf({ nodes, score: scores, status, grade, gates }: Result, size: number): readonly string[] {
  return Array.from({ length: size }, (_, row) =>
    [
      scores[row],
      status[row],
      grade[row],
      ...nodes.flatMap((column) => [column.score[row], column.contribution[row]]),
      ...gates.map((outcomes) => outcomes[row]),
    ].join(' '),
  )
}
