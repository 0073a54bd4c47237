import { queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export const profileQuery = ({ roundId, unit }: { readonly roundId: string; readonly unit: string }) =>
  queryOptions({
    queryKey: ['profile', roundId, unit],
    queryFn: ({ signal }) => api.units.profile.query({ roundId, unit }, { signal }),
  })
