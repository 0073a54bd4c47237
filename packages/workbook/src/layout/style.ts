/** How cells look: what may be typed in is white, what is worked out is grey, heads are dark. */
import type { CellStyle } from 'hucre/xlsx'
import type { ShownKey } from '../table.ts'

/** Every Excel and WPS in Chinese has it; other programs take their own sans serif. */
const FONT = { name: 'Microsoft YaHei', size: 10 }
const LINE = { style: 'thin', color: { rgb: 'FFBFC7D1' } } as const
const border = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const wrap = { wrapText: true, vertical: 'top' } as const
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })

export const headStyle: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: fill('FF1F3A5F'),
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  border,
  protection: { locked: true },
}
export const openStyle: CellStyle = { font: FONT, alignment: wrap, border, protection: { locked: false } }
export const trialStyle: CellStyle = { ...openStyle, fill: fill('FFFFF8DC') }
export const fixedStyle: CellStyle = {
  font: { ...FONT, color: { rgb: 'FF4A5563' } },
  fill: fill('FFEFF2F6'),
  alignment: wrap,
  border,
  protection: { locked: true },
}
export const scoreStyle: CellStyle = { ...fixedStyle, font: { ...FONT, bold: true }, numFmt: '0.00' }

/** Shares of one sheet alike: whole percents where all of them are. */
export const shareFormat = (shares: readonly number[]): string =>
  shares.every((share) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9) ? '0%' : '0.00%'

export const centred = (style: CellStyle): CellStyle => ({
  ...style,
  alignment: { ...style.alignment, horizontal: 'center' },
})

export const strong = (style: CellStyle): CellStyle => ({ ...style, font: { ...style.font, bold: true } })

/** Tabs: where one tries values, where one only looks, and where the standard is written. */
export function tabColor(key: ShownKey): { readonly rgb: string } {
  if (key === 'batch') return { rgb: 'FFF2C94C' }
  return { rgb: key === 'steps' || key === 'translations' || key === 'changes' ? 'FF98A2B3' : 'FF1F3A5F' }
}
