import { createFileRoute } from '@tanstack/react-router'
import { profileQuery } from '../../../../features/profile/query.ts'
import { ProfilePage } from '../../../../features/profile/view.tsx'
import { textParam, type RawSearch } from '../../../../shared/search.ts'

export const Route = createFileRoute('/rounds/$roundId/units/$unit')({
  validateSearch: (raw: RawSearch) => ({ ...textParam(raw, 'node'), ...textParam(raw, 'open') }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(profileQuery(params)),
  component: ProfilePage,
})
