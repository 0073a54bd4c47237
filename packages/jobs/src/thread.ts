import { answer, openLongRun, type LongRun } from '@plumbline/analysis'
import type { Work, WorkDone } from './messages.ts'
import { serveThread } from './serve.ts'

/** An analysis thread: one request, one response, in order; open runs are all that it keeps. */
const runs = new Map<number, LongRun>()

serveThread(perform)

function perform(work: Work): WorkDone[Work['kind']] {
  switch (work.kind) {
    case 'answer':
      return answer(work.question)
    case 'open': {
      const opened = openLongRun(work.input, work.job)
      runs.set(work.run, opened)
      return opened.steps
    }
    case 'work':
      runOf(work.run).work(work.from, work.to)
      return null
    case 'partial':
      return runOf(work.run).partial()
    case 'finish':
      return runOf(work.run).finish(work.partials)
    case 'close':
      runs.delete(work.run)
      return null
  }
}

function runOf(id: number): LongRun {
  const found = runs.get(id)
  if (!found) throw new Error(`run ${id} is not open in this thread`)
  return found
}
