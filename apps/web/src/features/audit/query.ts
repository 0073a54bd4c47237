import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const auditQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['audit', roundId],
    queryFn: ({ signal }) => api.analysis.audit.query({ roundId }, { signal }),
  })
