import { describe, expect, it } from 'vitest'
import { compileFormula, literalsOf, type FormulaScope, type WantedFormula } from '../../src/index.ts'

const column = (
  id: string,
  zh: string,
  type: FormulaScope['items'][number]['type'],
): FormulaScope['items'][number] => ({
  id,
  zh,
  en: id,
  kind: 'column',
  type,
  unit: null,
})
const options = [
  { id: 'low', zh: '低', en: 'Low' },
  { id: 'high', zh: '高', en: 'High' },
]
const scope: FormulaScope = {
  items: [
    column('staff', '人数', { kind: 'number' }),
    column('beds', '床位', { kind: 'number' }),
    column('tier', '级别', { kind: 'choice', options }),
    column('open', '开放', { kind: 'boolean' }),
  ],
  scores: [{ id: 'care', zh: '照护', en: 'Care' }],
}
const number: WantedFormula = { scope, type: 'number' }
const boolean: WantedFormula = { scope, type: 'boolean' }

function bodyOf(text: string, wanted: WantedFormula) {
  const { formula, problems } = compileFormula(text, wanted)
  if (!formula) throw new Error(JSON.stringify(problems))
  return formula
}

function withValue(body: unknown, path: readonly (string | number)[], value: number): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const copy = Array.isArray(body) ? [...(body as unknown[])] : { ...(body as Record<string, unknown>) }
  Reflect.set(copy, step, withValue(Reflect.get(copy, step), rest, value))
  return copy
}
/** Offsets of what stands to the right of a longer number move. */
const withoutOffsets = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value: unknown) => (['from', 'to', 'at'].includes(key) ? undefined : value)))

describe('the numbers of a formula', () => {
  it.each<readonly [string, WantedFormula, readonly number[]]>([
    ['100', number, [100]],
    ['人数 / 床位 * 100', number, [100]],
    ['-2.5e1 + .5 × staff', number, [25, 0.5]],
    ['staff', number, []],
    ['if tier = "高" then 3 else 4', number, [3, 4]],
    ['如果 级别 = "低" 且 真 那么 1 否则 人数', number, [1]],
    ['round(measure(max(staff, 7), "万元") / 2, 1)', number, [7, 2, 1]],
    ['measure(min(9, 8), "万元")', number, [9, 8]],
    ['staff in (1, 2, beds, 2)', boolean, [1, 2, 2]],
    ['score(care) < 60 or not open', boolean, [60]],
    ['staff between 0 and 1', boolean, [0, 1]],
    ['clamp(staff, 0, interpolate(beds, 1, 10, 2, 20))', number, [0, 1, 10, 2, 20]],
  ])('%s', (text, wanted, values) => {
    const formula = bodyOf(text, wanted)
    const found = literalsOf(formula)
    expect(found.map(({ value }) => value)).toEqual(values)
    for (const { value, from, to, path } of found) {
      expect(Number(text.slice(from, to))).toBe(value)
      // What the compiler makes of the text with another number there is the body with that number.
      const other = bodyOf(`${text.slice(0, from)}4711.25${text.slice(to)}`, wanted)
      expect(withoutOffsets(withValue(formula.body, path, 4711.25))).toEqual(withoutOffsets(other.body))
    }
  })
})
