import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

const POLL_MS = 500

export interface Asked {
  readonly from: string
  readonly to: string
  readonly roundId: string | undefined
}

/** How far a comparison is, then its report: asked again while it runs. */
export const differenceQuery = ({ from, to, roundId }: Asked) =>
  queryOptions({
    queryKey: ['difference', from, to, roundId],
    queryFn: ({ signal }) => api.versions.difference.query({ from, to, roundId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  })

export const roundsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds-of', id],
    queryFn: ({ signal }) => api.rounds.list.query({ plugin: id }, { signal }),
  })
