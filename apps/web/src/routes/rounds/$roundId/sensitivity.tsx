import { createFileRoute } from '@tanstack/react-router'
import { analysesQuery } from '../../../features/analyses/query.ts'
import { analysisSearch } from '../../../features/analyses/search.ts'
import { SensitivityPage } from '../../../features/analyses/sensitivity.tsx'

export const Route = createFileRoute('/rounds/$roundId/sensitivity')({
  validateSearch: analysisSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(analysesQuery(params.roundId)),
  component: SensitivityPage,
})
