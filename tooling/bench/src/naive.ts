/**
 * The same scoring written plainly, one object a row, as a script would: the reference that the kernel is timed against
 * and whose scores, grades and ranks it has to equal.
 */
import type { BranchSpec, Dataset, Framework, IndicatorSpec } from '@plumbline/kernel'

export interface NaiveRow {
  readonly unit: string
  readonly group: string | null
  readonly values: Readonly<Record<string, number | null>>
}

export interface NaiveResult {
  readonly unit: string
  readonly scores: Record<string, number>
  readonly contributions: Record<string, number>
  readonly score: number
  readonly grade: string | null
  rank: number
}

/** The columns as a list of objects. */
export function rowsOf(data: Dataset): NaiveRow[] {
  return data.units.map((unit, row) => ({
    unit,
    group: data.groups[row] ?? null,
    values: Object.fromEntries(
      [...data.columns].map(([id, column]) => {
        const value = column.values[row] ?? NaN
        return [id, Number.isNaN(value) ? null : value]
      }),
    ),
  }))
}

/** Normalise, weight, aggregate, gate, grade and rank; only what the bench's workload uses. */
export function scoreNaively(framework: Framework, rows: readonly NaiveRow[]): NaiveResult[] {
  const results = rows.map((row): NaiveResult => {
    const scores: Record<string, number> = {}
    const contributions: Record<string, number> = {}
    const score = scoreNode(framework.root, row, { scores, contributions, share: 1 })
    return { unit: row.unit, scores, contributions, score, grade: gradeOf(framework, row, { score, scores }), rank: 0 }
  })
  const graded = results.filter(({ grade }) => grade !== null).toSorted((a, b) => b.score - a.score)
  for (const [place, result] of graded.entries()) {
    const above = graded[place - 1]
    result.rank = above && above.score - result.score < 1e-9 ? above.rank : place + 1
  }
  return results
}

interface Sums {
  readonly scores: Record<string, number>
  readonly contributions: Record<string, number>
  /** Weight of this node in the whole index. */
  readonly share: number
}

function scoreNode(node: BranchSpec | IndicatorSpec, row: NaiveRow, sums: Sums): number {
  const score = node.kind === 'indicator' ? scoreIndicator(node, row) : scoreBranch(node, row, sums)
  sums.scores[node.id] = score
  sums.contributions[node.id] = sums.share * score
  return score
}

function scoreIndicator({ id, normalise }: IndicatorSpec, row: NaiveRow): number {
  const raw = row.values[id] ?? null
  if (raw === null || normalise.method !== 'goalposts') return 0
  return Math.min(100, Math.max(0, (100 * (raw - normalise.worst)) / (normalise.best - normalise.worst)))
}

function scoreBranch({ children }: BranchSpec, row: NaiveRow, sums: Sums): number {
  let total = 0
  let weights = 0
  for (const child of children) {
    total += child.weight * scoreNode(child, row, { ...sums, share: sums.share * child.weight })
    weights += child.weight
  }
  return total / weights
}

function gradeOf(
  framework: Framework,
  row: NaiveRow,
  { score, scores }: { readonly score: number; readonly scores: Readonly<Record<string, number>> },
): string | null {
  if ((row.values['incidents'] ?? 0) >= 1) return null
  let place = framework.grades.findLastIndex(({ min }) => score >= min - 1e-9)
  const weakest = Math.min(...basics(framework.root).map((id) => scores[id] ?? 0))
  while (
    place > 0 &&
    weakest < (framework.basicRule.find(({ grade }) => grade === framework.grades[place]?.id)?.min ?? 0)
  )
    place--
  if ((scores['p0'] ?? 0) < 40)
    place = Math.min(
      place,
      framework.grades.findIndex(({ id }) => id === 'C'),
    )
  return framework.grades[place]?.id ?? null
}

function basics(node: BranchSpec | IndicatorSpec): string[] {
  if (node.kind === 'indicator') return node.basic === true ? [node.id] : []
  return node.children.flatMap(basics)
}
