import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'
import { LEAST } from './model.ts'

/** Without a node the shared core. The old figures stay while new ones come. */
export const compareQuery = (rounds: readonly string[], node: string | undefined) =>
  queryOptions({
    queryKey: ['compare', rounds, node ?? null],
    queryFn: ({ signal }) =>
      api.compare.node.query(node === undefined ? { rounds: [...rounds] } : { rounds: [...rounds], node }, { signal }),
    enabled: rounds.length >= LEAST,
    placeholderData: keepPreviousData,
  })
