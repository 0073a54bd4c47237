import { rescorer as rescorerByEdition1 } from '../rescore/rescorer.ts'
import { score as scoreByEdition1 } from '../score.ts'
import { trace as traceByEdition1 } from '../tracing/trace.ts'
import type { SemanticsEdition } from '../version.ts'
import type { Edition, Editions } from './edition.ts'

/** Every edition that a standard can name. To add one: its number in `version.ts`, its functions here. */
export const editions: Readonly<Record<SemanticsEdition, Edition>> & Editions = {
  1: { score: scoreByEdition1, rescorer: rescorerByEdition1, trace: traceByEdition1 },
}
