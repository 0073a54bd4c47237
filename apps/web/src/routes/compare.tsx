import { createFileRoute } from '@tanstack/react-router'
import { compareSearch } from '../features/compare/search.ts'
import { ComparePage } from '../features/compare/view.tsx'

export const Route = createFileRoute('/compare')({
  validateSearch: compareSearch,
  component: ComparePage,
})
