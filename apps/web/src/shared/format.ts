import { publishedScore, roundHalfEven, type Display } from '@plumbline/kernel'

const MINUS = '\u2212'
const DASH = '—'

/**
 * A score for reading: rounded once, half to even (GB/T 8170), always with its digits. Missing is a dash, never 0.
 *
 * @example score(62.125, 2) // '62.12'
 */
export function score(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || Number.isNaN(value)) return DASH
  return withMinus(roundHalfEven(value, digits).toFixed(digits))
}

/**
 * A result as its standard prints it: on 0 to `full` with the standard's digits. Missing is a dash.
 *
 * @example published(95.14, { digits: 3, full: 1 }) // '0.951'
 */
export function published(value: number | null | undefined, display: Display): string {
  if (value === null || value === undefined || Number.isNaN(value)) return DASH
  return withMinus(publishedScore(value, display).toFixed(display.digits))
}

/** A number as it was reported or declared: no padding, at most six digits after the point. */
export function plain(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return DASH
  return withMinus(String(roundHalfEven(value, 6)))
}

/** A weight, to four digits at most: 0.35, 0.4118. */
export function weight(value: number): string {
  const text = roundHalfEven(value, 4).toFixed(4)
  return text.replace(/0{1,2}$/, '')
}

/** A share of 1 as a percentage. */
export function percent(value: number | null | undefined, digits = 1): string {
  return value === null || value === undefined ? DASH : `${roundHalfEven(value * 100, digits).toFixed(digits)}%`
}

/** The first hex digits of a digest, enough to tell versions apart by eye. */
export const shortDigest = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 8)

/** A moment by the reader's clock: 2026-03-01 10:02. */
export const moment = (iso: string): string => new Date(iso).toLocaleString('sv-SE').slice(0, 16)

/** A difference of results with its sign, as the standard prints results. */
export function signed(value: number, display: Display): string {
  const text = published(Math.abs(value), display)
  return Number(text) === 0 ? text : `${value < 0 ? MINUS : '+'}${text}`
}

const withMinus = (text: string): string => (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', MINUS))
