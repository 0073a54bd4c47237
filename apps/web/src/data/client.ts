import type { AppRouter } from '@plumbline/api'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'

const MINUTE = 60_000

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: MINUTE, retry: 1, refetchOnWindowFocus: false } },
})

const url = '/trpc'

const client = createTRPCClient<AppRouter>({
  links: [
    // A file cannot travel in a batch.
    splitLink({
      condition: (operation) => isNonJsonSerializable(operation.input),
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxURLLength: 4000 }),
    }),
  ],
})

export const api = createTRPCOptionsProxy({ client, queryClient })
