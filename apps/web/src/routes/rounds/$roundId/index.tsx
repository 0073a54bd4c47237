import { createFileRoute } from '@tanstack/react-router'
import { leagueQuery } from '../../../features/league/query.ts'
import { leagueSearch } from '../../../features/league/search.ts'
import { LeaguePage } from '../../../features/league/view.tsx'

export const Route = createFileRoute('/rounds/$roundId/')({
  validateSearch: leagueSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(leagueQuery(params.roundId)),
  component: LeaguePage,
})
