import { createFileRoute } from '@tanstack/react-router'
import { DataPage } from '../features/data/view.tsx'
import { textParam, type RawSearch } from '../shared/search.ts'

export const Route = createFileRoute('/data')({
  validateSearch: (raw: RawSearch) => textParam(raw, 'standard'),
  component: DataPage,
})
