import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const standardsQuery = () =>
  queryOptions({ queryKey: ['standards'], queryFn: ({ signal }) => api.standards.list.query(undefined, { signal }) })

/** A version of a standard never changes but for its state, so it is fetched once, and again when a state changes. */
export const catalogueQuery = (digest: string) =>
  queryOptions({
    queryKey: ['standard', digest],
    queryFn: ({ signal }) => api.standards.get.query({ digest }, { signal }),
    staleTime: Infinity,
  })

/** Every version of a standard, with states, signatures and history. */
export const versionsQuery = (id: string) =>
  queryOptions({ queryKey: ['versions', id], queryFn: ({ signal }) => api.versions.list.query({ id }, { signal }) })
