import { INK_SOFT, RULE } from '../shared/colours.ts'

const TICKS = [0, 25, 50, 75, 100] as const

/** Faint lines at the quarters of 0 to 100; positions are percentages, so a chart is as wide as its place. */
export function Grid({ height }: { readonly height: number }) {
  return (
    <g aria-hidden="true">
      {TICKS.map((tick) => (
        <line key={tick} x1={`${tick}%`} x2={`${tick}%`} y1={0} y2={height} stroke={RULE} strokeWidth={1} />
      ))}
    </g>
  )
}

/** The scale's numbers, as text above or below a column of charts. */
export function Scale() {
  return (
    <svg className="chart" width="100%" height={14} aria-hidden="true">
      {TICKS.map((tick) => (
        <text key={tick} x={`${tick}%`} y={11} fontSize={11} fill={INK_SOFT} textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  )
}
