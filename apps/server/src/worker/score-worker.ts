import { serveThread } from '@plumbline/jobs/serve'
import { score, type Result } from '@plumbline/kernel'
import type { ScoredColumns, ScoreWork } from './messages.ts'

/** The scoring thread: one request, one response, nothing kept in between. The columns are handed over, not copied. */
serveThread(scoreColumns, buffersOf)

function scoreColumns({ plan, dataset, history }: ScoreWork): ScoredColumns {
  return withoutPlan(score(plan, dataset, history ? { history } : {}))
}

const withoutPlan = ({ plan: _, ...columns }: Result): ScoredColumns => columns

/** Each buffer once: columns may share one. */
function buffersOf(result: ScoredColumns): ArrayBuffer[] {
  const { status, gradeByScore, grade, limitedBy, cappedBy, rank, groupRank, gates } = result
  const columns: ArrayBufferView[] = [
    result.score,
    status,
    gradeByScore,
    grade,
    limitedBy,
    cappedBy,
    rank,
    groupRank,
    ...gates,
  ]
  for (const node of result.nodes) columns.push(...Object.values<ArrayBufferView>({ ...node }))
  return Array.from(new Set(columns.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)))
}
