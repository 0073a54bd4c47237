import { createFileRoute } from '@tanstack/react-router'
import { auditQuery } from '../../../features/audit/query.ts'
import { AuditPage } from '../../../features/audit/view.tsx'

export const Route = createFileRoute('/rounds/$roundId/audit')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(auditQuery(params.roundId)),
  component: AuditPage,
})
