import { BETTER, INK, WORSE } from '../shared/colours.ts'

export interface HeatMapProps {
  /** m x m from -1 to 1; null is left white. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** Places before which a group begins, drawn as a line. */
  readonly breaks: readonly number[]
  readonly names: readonly string[]
  readonly summary: string
}

/** Correlations as a square of squares: blue positive, orange negative, the darker the stronger. */
export function HeatMap({ cells, breaks, names, summary }: HeatMapProps) {
  const size = cells.length
  return (
    <svg className="chart heat" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={summary}>
      {cells.map((row, y) =>
        row.map((r, x) =>
          r === null ? null : (
            <rect
              // The place is the cell's identity.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${x} ${y}`}
              x={x}
              y={y}
              width={1}
              height={1}
              fill={r >= 0 ? BETTER : WORSE}
              fillOpacity={Math.abs(r)}
            >
              <title>{`${names[y] ?? ''} · ${names[x] ?? ''} ${r.toFixed(2)}`}</title>
            </rect>
          ),
        ),
      )}
      {breaks.map((at) => (
        <g key={at} stroke={INK} strokeWidth={0.06}>
          <line x1={at} x2={at} y1={0} y2={size} />
          <line x1={0} x2={size} y1={at} y2={at} />
        </g>
      ))}
      <rect width={size} height={size} fill="none" stroke={INK} strokeWidth={0.06} />
    </svg>
  )
}
