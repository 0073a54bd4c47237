import { createFileRoute } from '@tanstack/react-router'
import { RoundsPage } from '../../features/league/rounds.tsx'

export const Route = createFileRoute('/rounds/')({ component: RoundsPage })
