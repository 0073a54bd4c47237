import type { RoundAnalyses } from '@plumbline/api/contract'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

const POLL_MS = 1000

const isOpen = ({ state }: { readonly state: string }): boolean => state === 'waiting' || state === 'running'

/** The job of a kind that waits or runs, if there is one. */
export const openJob = (analyses: RoundAnalyses, kind: string) =>
  analyses.jobs.find((job) => job.kind === kind && isOpen(job))

/** What there is of a round's analyses; asked again each second while a job is open. */
export const analysesQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['analyses', roundId],
    queryFn: ({ signal }) => api.analysis.list.query({ roundId }, { signal }),
    // Somebody else may have started one: what was fetched earlier is shown and asked again.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.jobs.some(isOpen) ? POLL_MS : false),
  })

/** A report never changes, so it is fetched once. */
export const reportQuery = (digest: string) =>
  queryOptions({
    queryKey: ['analysis', digest],
    queryFn: ({ signal }) => api.analysis.result.query({ digest }, { signal }),
    staleTime: Infinity,
  })

/** The newest rank intervals of a round; null where there are none. */
export const ranksQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['ranks', roundId],
    queryFn: ({ signal }) => api.analysis.ranks.query({ roundId }, { signal }),
  })
