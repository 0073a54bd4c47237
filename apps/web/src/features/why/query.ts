import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../data/client.ts'

export interface UnitOf {
  readonly roundId: string
  readonly unit: string
}

export const BASELINES = ['full-marks', 'peer-median', 'previous', 'next-grade'] as const
export type BaselineKind = (typeof BASELINES)[number]

export const waterfallQuery = ({ roundId, unit }: UnitOf, baseline: BaselineKind) =>
  queryOptions({
    queryKey: ['waterfall', roundId, unit, baseline],
    queryFn: ({ signal }) => api.explain.waterfall.query({ roundId, unit, baseline }, { signal }),
  })

export const standingQuery = ({ roundId, unit }: UnitOf) =>
  queryOptions({
    queryKey: ['standing', roundId, unit],
    queryFn: ({ signal }) => api.explain.standing.query({ roundId, unit }, { signal }),
  })

export const changeQuery = ({ roundId, unit }: UnitOf) =>
  queryOptions({
    queryKey: ['change', roundId, unit],
    queryFn: ({ signal }) => api.explain.change.query({ roundId, unit }, { signal }),
  })

export interface RouteSettings {
  readonly target?: string
  readonly locked: readonly string[]
  readonly assumeCleared: readonly string[]
}

export const routesQuery = ({ roundId, unit }: UnitOf, { target, locked, assumeCleared }: RouteSettings) =>
  queryOptions({
    queryKey: ['routes', roundId, unit, target, locked, assumeCleared],
    queryFn: ({ signal }) =>
      api.explain.routes.query(
        {
          roundId,
          unit,
          locked: [...locked],
          assumeCleared: [...assumeCleared],
          ...(target === undefined ? {} : { target }),
        },
        { signal },
      ),
    // The routes at hand stay while others are looked for.
    placeholderData: keepPreviousData,
  })
