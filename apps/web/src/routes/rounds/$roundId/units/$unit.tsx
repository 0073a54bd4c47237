import { createFileRoute } from '@tanstack/react-router'
import { profileQuery } from '../../../../features/profile/query.ts'
import { ProfilePage } from '../../../../features/profile/view.tsx'
import { profileSearch } from '../../../../features/profile/search.ts'

export const Route = createFileRoute('/rounds/$roundId/units/$unit')({
  validateSearch: profileSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(profileQuery(params)),
  component: ProfilePage,
})
