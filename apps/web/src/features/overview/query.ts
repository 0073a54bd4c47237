import { api } from '../../data/client.ts'

export const overviewQuery = (period: string | undefined) => api.overview.queryOptions(period === undefined ? {} : { period })

export const roundsQuery = () => api.rounds.list.queryOptions()
