import { createFileRoute } from '@tanstack/react-router'
import { roundVersionsQuery } from '../../../features/round-versions/query.ts'
import { RoundVersionsPage } from '../../../features/round-versions/view.tsx'

export const Route = createFileRoute('/rounds/$roundId/versions')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(roundVersionsQuery(params.roundId)),
  component: RoundVersionsPage,
})
