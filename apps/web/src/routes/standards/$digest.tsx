import { createFileRoute } from '@tanstack/react-router'
import { catalogueQuery } from '../../features/standards/query.ts'
import { StandardPage } from '../../features/standards/detail.tsx'

export const Route = createFileRoute('/standards/$digest')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(catalogueQuery(params.digest)),
  component: StandardPage,
})
