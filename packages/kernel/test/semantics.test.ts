import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  Blank,
  compile,
  createRunner,
  EDITIONS,
  editions,
  GateOutcome,
  rescorer,
  score,
  SEMANTICS,
  Status,
  trace,
  type Column,
  type Dataset,
  type Edition,
  type Framework,
  type Result,
} from '../src/index.ts'
import { dataset, branch, framework, leaf } from './support/build.ts'
import { faultsOf } from './support/faults.ts'

type Cell = number | { readonly blank: 'unanswered' | 'not-applicable' | 'not-available' | 'withheld' }

interface Row {
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly cells: Readonly<Record<string, Cell>>
}

/** A case as `conformance/semantics-<n>/*.json` writes it; `expected` is from `conformance/oracle.py`, not from here. */
interface Case {
  readonly semantics: number
  readonly about: string
  readonly framework: Framework
  readonly rows: readonly Row[]
  readonly history?: readonly Row[]
  readonly expected: readonly unknown[]
}

const suiteOf = (edition: number): URL => new URL(`../conformance/semantics-${edition}/`, import.meta.url)
const BLANKS = {
  unanswered: Blank.unanswered,
  'not-applicable': Blank.notApplicable,
  'not-available': Blank.notAvailable,
  withheld: Blank.withheld,
}
const STATUS = ['graded', 'vetoed', 'not-admitted', 'no-result'] as const

function datasetOf(rows: readonly Row[]): Dataset {
  const ids = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const columnOf = (id: string): Column => {
    const cells = rows.map((row) => row.cells[id] ?? { blank: 'unanswered' as const })
    return {
      values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
      blanks: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? Blank.none : BLANKS[cell.blank])),
    }
  }
  return {
    size: rows.length,
    units: rows.map(({ unit }) => unit),
    periods: rows.map(({ period }) => period),
    groups: rows.map(({ group }) => group),
    columns: new Map(ids.map((id) => [id, columnOf(id)])),
  }
}

/** A result in the words of the suite. */
function wordsOf(result: Result, rows: readonly Row[]): readonly unknown[] {
  const { framework: rules, nodes } = result.plan
  const value = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x)
  const grade = (index: number | undefined): string | null => rules.grades[index ?? -1]?.id ?? null
  return rows.map(({ unit, period }, row) => ({
    unit,
    period,
    status: STATUS[result.status[row] ?? Status.noResult],
    score: value(result.score[row]),
    grade: grade(result.grade[row]),
    gradeByScore: grade(result.gradeByScore[row]),
    gates: rules.gates.flatMap(({ id }, gate) => (result.gates[gate]?.[row] === GateOutcome.fired ? [id] : [])),
    limitedBy: nodes[result.limitedBy[row] ?? -1]?.spec.id ?? null,
    cappedBy: rules.gates[result.cappedBy[row] ?? -1]?.id ?? null,
    nodes: Object.fromEntries(nodes.map(({ spec }, node) => [spec.id, value(result.nodes[node]?.score[row])])),
    rank: result.rank[row] || null,
    groupRank: result.groupRank[row] || null,
  }))
}

describe.each(EDITIONS)('conformance with edition %i of the semantics', (edition) => {
  const files = existsSync(suiteOf(edition)) ? readdirSync(suiteOf(edition)).sort() : []

  it('has a suite', () => {
    expect(files.length).toBeGreaterThanOrEqual(8)
  })

  it.each(files)('%s', (file) => {
    const made = JSON.parse(readFileSync(new URL(file, suiteOf(edition)), 'utf8')) as Case
    expect(made.semantics).toBe(edition)
    const history = made.history ? { history: datasetOf(made.history) } : {}
    const result = score(compile(made.framework), datasetOf(made.rows), history)
    expect(wordsOf(result, made.rows)).toEqual(made.expected)
  })
})

describe('editions side by side', () => {
  const first = compile(framework(branch('root', [leaf('a')])))
  const rows = dataset([{ cells: { a: 40 } }])
  const second: Edition = {
    ...editions[1],
    score: (plan, data, options) => {
      const result = editions[1].score(plan, data, options)
      return { ...result, score: result.score.map((points) => points / 2) }
    },
  }
  const both = createRunner({ ...editions, 2: second })
  // A plan of an edition that this kernel does not have yet.
  const later = { ...first, framework: { ...first.framework, semantics: 2 as 1 } }

  it('a new one is added beside the old, which scores as before', () => {
    expect([...both.score(first, rows).score]).toEqual([40])
    expect([...both.score(later, rows).score]).toEqual([20])
    expect(both.trace(both.score(later, rows), rows, 0).score).toBe(20)
    expect([...both.rescorer(first, rows)({ plan: first }).score]).toEqual([40])
  })

  it('an edition that is not there is a fault, not another edition', () => {
    const unknown = { code: 'SEMANTICS_UNKNOWN', params: { semantics: 2, known: '1' }, at: { path: 'semantics' } }
    expect(faultsOf(() => score(later, rows))).toMatchObject([unknown])
    expect(faultsOf(() => rescorer(later, rows))).toMatchObject([unknown])
    expect(faultsOf(() => trace({ ...score(first, rows), plan: later }, rows, 0))).toMatchObject([unknown])
    expect(EDITIONS.at(-1)).toBe(SEMANTICS)
    expect(Object.keys(editions)).toEqual(EDITIONS.map(String))
  })
})
