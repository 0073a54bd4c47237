import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const standardsQuery = () =>
  queryOptions({ queryKey: ['standards'], queryFn: ({ signal }) => api.standards.list.query(undefined, { signal }) })

/** A version of a standard never changes, so it is fetched once. */
export const catalogueQuery = (digest: string) =>
  queryOptions({
    queryKey: ['standard', digest],
    queryFn: ({ signal }) => api.standards.get.query({ digest }, { signal }),
    staleTime: Infinity,
  })
