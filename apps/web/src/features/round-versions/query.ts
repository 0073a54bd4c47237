import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const roundVersionsQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['round-versions', roundId],
    queryFn: ({ signal }) => api.rounds.versions.query({ roundId }, { signal }),
  })
