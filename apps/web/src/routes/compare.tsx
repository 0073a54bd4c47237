import { createFileRoute } from '@tanstack/react-router'
import { ComparePage } from '../features/compare/view.tsx'
import { textParam, wordParam, type RawSearch } from '../shared/search.ts'

export const Route = createFileRoute('/compare')({
  validateSearch: (raw: RawSearch) => ({
    ...textParam(raw, 'period'),
    ...textParam(raw, 'rounds'),
    ...textParam(raw, 'node'),
    ...wordParam(raw, 'view', ['table'] as const),
  }),
  component: ComparePage,
})
