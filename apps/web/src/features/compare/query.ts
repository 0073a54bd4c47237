import { keepPreviousData } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

/** The old figures stay while new ones come. */
export const compareQuery = (rounds: readonly string[], node: string | undefined) =>
  api.compare.node.queryOptions(node === undefined ? { rounds: [...rounds] } : { rounds: [...rounds], node }, {
    enabled: rounds.length >= 2,
    placeholderData: keepPreviousData,
  })
