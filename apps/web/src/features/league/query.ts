import { api } from '../../data/client.ts'

export const leagueQuery = (roundId: string) => api.rounds.league.queryOptions({ roundId })
