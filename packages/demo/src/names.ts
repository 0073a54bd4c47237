/**
 * Codes and names of organisations that plainly do not exist: a made-up place, a number, the word 示例 and （虚构）.
 * English readers see the same name: it is data, not text of the product.
 */
import type { Catalogue } from '@plumbline/plugin-api'

const PLACES = [
  '云汀', '晨川', '霁原', '松汀', '澄湾', '岚谷', '栖岭', '蓝洲', '星渡', '禾坞', '雪涧', '竹浦', '枫台',
  '潮门', '虹堤', '鹿漪', '芷溪', '橙岸', '月漪', '石帆', '桐皋', '雁荻', '青垣', '曦桥', '墨林',
] // prettier-ignore
const DIGITS = '零一二三四五六七八九'

/** Letters before the number in a unit's code: the initials of the plugin's id, `smart-healthcare` gives `SH`. */
export const codePrefix = (pluginId: string): string =>
  pluginId
    .split('-')
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase()

/** `SH-001` for unit 0. */
export const unitCode = (prefix: string, unit: number): string => `${prefix}-${String(unit + 1).padStart(3, '0')}`

/**
 * The unit's name: every place once, then every place with the next number.
 *
 * @example unitName(catalogue, 0) // '云汀第一示例医疗机构（虚构）'
 */
export function unitName(catalogue: Catalogue, unit: number): string {
  const place = PLACES[unit % PLACES.length] ?? ''
  const round = Math.floor(unit / PLACES.length) + 1
  return `${place}第${chineseNumber(round)}示例${kindOf(catalogue)}（虚构）`
}

/** What is assessed, without the remark in brackets, the first of alternatives; the title where the standard says none. */
const kindOf = (catalogue: Catalogue): string =>
  /^[^（(、或]+/u.exec(catalogue.unitOfAssessment.zh)?.[0].trim() || catalogue.title.zh

/** 1 to 99 in words, figures beyond. */
function chineseNumber(value: number): string {
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`
  return `${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`
}
