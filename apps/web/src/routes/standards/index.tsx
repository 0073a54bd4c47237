import { createFileRoute } from '@tanstack/react-router'
import { StandardsPage } from '../../features/standards/list.tsx'

export const Route = createFileRoute('/standards/')({ component: StandardsPage })
