import type { Display } from '@plumbline/kernel'
import { published } from '../shared/format.ts'
import { BETTER, INK_SOFT, RULE } from '../shared/colours.ts'

export interface TrendLineProps {
  readonly points: readonly {
    readonly key: string
    readonly label: string
    readonly value: number | null
    readonly second: number | null
    /** Rules changed since the point before. */
    readonly breakBefore: boolean
  }[]
  readonly display: Display
  readonly summary: string
}

const HEIGHT = 118
const TOP = 22
const BASE = 94

/** A score over the periods, with a second, grey one; a dashed stretch crosses a change of rules. */
export function TrendLine({ points, display, summary }: TrendLineProps) {
  const values = points.flatMap((point) => [point.value, point.second]).filter((value) => value !== null)
  const low = Math.max(0, Math.floor((Math.min(...values) - 8) / 10) * 10)
  const high = Math.min(100, Math.ceil((Math.max(...values) + 8) / 10) * 10)
  const y = (value: number) => BASE - ((value - low) / (high - low || 1)) * (BASE - TOP)
  const x = (index: number) => (points.length === 1 ? 50 : 12 + (index / (points.length - 1)) * 76)
  const series = [
    { id: 'second', of: (point: TrendLineProps['points'][number]) => point.second, colour: '#8a97a5', width: 1.5 },
    { id: 'value', of: (point: TrendLineProps['points'][number]) => point.value, colour: BETTER, width: 2.25 },
  ]
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      <line x1="4%" x2="96%" y1={BASE} y2={BASE} stroke={RULE} />
      {points.map((point, index) => (
        <text key={point.key} x={`${x(index)}%`} y={HEIGHT - 6} fontSize={12} textAnchor="middle" fill={INK_SOFT}>
          {point.label}
        </text>
      ))}
      {series.map((line) => (
        <g key={line.id}>
          {points.map((point, index) => {
            const before = points[index - 1]
            const from = before ? line.of(before) : null
            const to = line.of(point)
            if (from === null || to === null) return null
            return (
              <line
                key={point.key}
                x1={`${x(index - 1)}%`}
                x2={`${x(index)}%`}
                y1={y(from)}
                y2={y(to)}
                stroke={line.colour}
                strokeWidth={line.width}
                strokeDasharray={point.breakBefore ? '4 4' : undefined}
              />
            )
          })}
          {points.map((point, index) => {
            const value = line.of(point)
            const other = line.id === 'value' ? point.second : point.value
            if (value === null) return null
            const above = other === null || value >= other
            return (
              <g key={point.key}>
                <circle cx={`${x(index)}%`} cy={y(value)} r={3.2} fill={line.colour} />
                <text
                  x={`${x(index)}%`}
                  y={y(value) + (above ? -8 : 16)}
                  fontSize={12}
                  textAnchor="middle"
                  fill={line.id === 'value' ? BETTER : INK_SOFT}
                  fontWeight={line.id === 'value' ? 600 : 400}
                >
                  {published(value, display)}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}
