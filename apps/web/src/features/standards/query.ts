import { api } from '../../data/client.ts'

export const standardsQuery = () => api.standards.list.queryOptions()

/** A version of a standard never changes, so it is fetched once. */
export const catalogueQuery = (digest: string) => api.standards.get.queryOptions({ digest }, { staleTime: Infinity })
