import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import { Frame } from '../frame/frame.tsx'
import { wordOf, type RawSearch } from '../shared/search.ts'

export interface RouterContext {
  readonly queryClient: QueryClient
}

export const Route = createRootRouteWithContext<RouterContext>()({
  validateSearch: (raw: RawSearch): { lang?: 'en' | undefined } => ({ lang: wordOf(raw['lang'], ['en']) }),
  search: { middlewares: [retainSearchParams(['lang'])] },
  component: Frame,
})
