import type { AppRouter } from '@plumbline/api'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client'

const MINUTE = 60_000
const url = '/trpc'

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: MINUTE, retry: 1, refetchOnWindowFocus: false } },
})

/** The server's procedures, typed by its router. */
export const api = createTRPCClient<AppRouter>({
  links: [
    // A file cannot travel in a batch.
    splitLink({
      condition: (operation) => isNonJsonSerializable(operation.input),
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxURLLength: 4000 }),
    }),
  ],
})
