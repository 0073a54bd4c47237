import { api } from '../../data/client.ts'

export const profileQuery = ({ roundId, unit }: { readonly roundId: string; readonly unit: string }) =>
  api.units.profile.queryOptions({ roundId, unit })
