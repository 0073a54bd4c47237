import { createFileRoute } from '@tanstack/react-router'
import { analysesQuery } from '../../../features/analyses/query.ts'
import { RobustnessPage } from '../../../features/analyses/robustness.tsx'
import { analysisSearch } from '../../../features/analyses/search.ts'

export const Route = createFileRoute('/rounds/$roundId/robustness')({
  validateSearch: analysisSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(analysesQuery(params.roundId)),
  component: RobustnessPage,
})
