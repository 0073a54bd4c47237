import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

/** The newest period where none is named. */
export const overviewQuery = (period: string | undefined) =>
  queryOptions({
    queryKey: ['overview', period ?? null],
    queryFn: ({ signal }) => api.overview.query(period === undefined ? {} : { period }, { signal }),
  })

export const roundsQuery = () =>
  queryOptions({ queryKey: ['rounds'], queryFn: ({ signal }) => api.rounds.list.query(undefined, { signal }) })
