import { createFileRoute } from '@tanstack/react-router'
import { DataPage } from '../features/data/view.tsx'
import { textOf, type RawSearch } from '../shared/search.ts'

export const Route = createFileRoute('/data')({
  validateSearch: (raw: RawSearch): { standard?: string | undefined } => ({ standard: textOf(raw['standard']) }),
  component: DataPage,
})
