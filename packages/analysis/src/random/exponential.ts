import { ln } from '@plumbline/kernel'
import type { Stream } from './stream.ts'

/**
 * An exponential draw of mean 1, by inversion; uses one uniform.
 *
 * @returns From 0 to 36.7.
 * @example exponentialDraw({ uniform: () => 0.5 }) // 0.6931471805599453
 */
export const exponentialDraw = (stream: Stream): number => -ln(1 - stream.uniform())
