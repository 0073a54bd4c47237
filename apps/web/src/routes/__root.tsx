import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import { Frame } from '../frame/frame.tsx'
import { wordParam, type RawSearch } from '../shared/search.ts'

export interface RouterContext {
  readonly queryClient: QueryClient
}

export const Route = createRootRouteWithContext<RouterContext>()({
  validateSearch: (raw: RawSearch) => wordParam(raw, 'lang', ['en'] as const),
  search: { middlewares: [retainSearchParams(['lang'])] },
  component: Frame,
})
