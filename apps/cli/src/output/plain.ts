import { roundHalfEven } from '@plumbline/kernel'

/** A number within a formula: at most so many digits, no zeros behind them. */
export const plain = (value: number, digits = 4): string => String(roundHalfEven(value, digits))
