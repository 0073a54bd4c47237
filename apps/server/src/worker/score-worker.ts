import { parentPort } from 'node:worker_threads'
import { FaultError, score, type Result } from '@plumbline/kernel'
import type { ScoreRequest, ScoreResponse } from './messages.ts'

/** The scoring thread: one request, one response, nothing kept in between. */
parentPort?.on('message', (request: ScoreRequest) => {
  const { response, transfer } = answer(request)
  parentPort?.postMessage(response, transfer)
})

interface Answer {
  readonly response: ScoreResponse
  readonly transfer: ArrayBuffer[]
}

function answer({ id, plan, dataset, history }: ScoreRequest): Answer {
  try {
    const result = withoutPlan(score(plan, dataset, history ? { history } : {}))
    return { response: { id, result }, transfer: buffersOf(result) }
  } catch (error) {
    if (error instanceof FaultError) return { response: { id, faults: error.faults }, transfer: [] }
    return {
      response: { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      transfer: [],
    }
  }
}

const withoutPlan = ({ plan: _, ...columns }: Result): Omit<Result, 'plan'> => columns

/** Each buffer once: columns may share one. */
function buffersOf(result: Omit<Result, 'plan'>): ArrayBuffer[] {
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
