import type { AppRouter } from '@plumbline/api'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client'
import { failureOf } from './fault.ts'

const MINUTE = 60_000
const url = '/trpc'

/** Once more, but for a fault that the server names: it would name it again, and the reader would wait for nothing. */
const retry = (failures: number, error: Error): boolean => failures < 1 && failureOf(error).faults.length === 0

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: MINUTE, retry, refetchOnWindowFocus: false } },
})

/** The server's procedures, typed by its router. */
export const api = createTRPCClient<AppRouter>({
  links: [
    // A file cannot travel in a batch, and answers that take a while must not hold up those that do not.
    splitLink({
      condition: ({ input, path }) => isNonJsonSerializable(input) || path.startsWith('explain.'),
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxURLLength: 4000 }),
    }),
  ],
})
