import { BETTER, RULE } from '../shared/colours.ts'

export interface TwoWeightsProps {
  readonly nominal: number
  readonly effective: number
  /** The widest of all rows, so that they share a scale. */
  readonly most: number
  readonly summary: string
}

const HEIGHT = 22

/** A nominal weight in grey above its effective one in blue; a negative one has no length. */
export function TwoWeights({ nominal, effective, most, summary }: TwoWeightsProps) {
  const width = (value: number): string => `${(Math.max(0, value) / (most || 1)) * 100}%`
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      <line x1="0%" x2="0%" y1={0} y2={HEIGHT} stroke={RULE} />
      <rect width={width(nominal)} y={1} height={9} fill="#9aa5b1" />
      <rect width={width(effective)} y={12} height={9} fill={BETTER} />
    </svg>
  )
}
