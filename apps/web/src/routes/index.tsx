import { createFileRoute } from '@tanstack/react-router'
import { overviewQuery } from '../features/overview/query.ts'
import { OverviewPage } from '../features/overview/view.tsx'
import { textOf, type RawSearch } from '../shared/search.ts'

export const Route = createFileRoute('/')({
  validateSearch: (raw: RawSearch): { period?: string | undefined } => ({ period: textOf(raw['period']) }),
  loaderDeps: ({ search }) => ({ period: search.period }),
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(overviewQuery(deps.period)),
  component: OverviewPage,
})
