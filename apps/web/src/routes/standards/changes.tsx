import { createFileRoute } from '@tanstack/react-router'
import { changesSearch } from '../../features/version-changes/search.ts'
import { VersionChangesPage } from '../../features/version-changes/view.tsx'

export const Route = createFileRoute('/standards/changes')({
  validateSearch: changesSearch,
  component: VersionChangesPage,
})
