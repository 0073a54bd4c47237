import { createFileRoute } from '@tanstack/react-router'
import { overviewQuery } from '../features/overview/query.ts'
import { OverviewPage } from '../features/overview/view.tsx'
import { textParam, type RawSearch } from '../shared/search.ts'

export const Route = createFileRoute('/')({
  validateSearch: (raw: RawSearch) => textParam(raw, 'period'),
  loaderDeps: ({ search }) => ({ period: search.period }),
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(overviewQuery(deps.period)),
  component: OverviewPage,
})
