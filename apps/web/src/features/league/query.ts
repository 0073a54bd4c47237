import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const leagueQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['league', roundId],
    queryFn: ({ signal }) => api.rounds.league.query({ roundId }, { signal }),
  })
