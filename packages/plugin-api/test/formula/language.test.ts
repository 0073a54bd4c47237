import { Blank } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFormula, FUNCTIONS, KEYWORDS, parseFormula, parseUnit } from '../../src/index.ts'
import { codesOf, problemsOf, run, SCOPE } from './run.ts'

describe('values', () => {
  it.each<readonly [string, number]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['2 ** 3', 8],
    ['-2 + 5', 3],
    ['1.5e2', 150],
    ['.5', 0.5],
    ['如果 真 那么 1 否则 2', 1],
    ['if false then 1 else if true then 2 else 3', 2],
    ['min(3, 1, 2)', 1],
    ['最大值(3，1、2)', 3],
    ['sum(0.1, 0.2)', 0.3],
    ['mean(1, 2, 6)', 3],
    ['median(5, 1, 3)', 3],
    ['median(4, 1, 3, 2)', 2.5],
    ['stddev(2, 4, 4, 4, 5, 5, 7, 9)', 2.138089935],
    ['product(2, 3, 4)', 24],
    ['abs(-3)', 3],
    ['sign(-3) + sign(0) + sign(9)', 0],
    ['floor(2.7) + ceiling(2.1) + truncate(-2.7)', 3],
    ['floor(0.7 * 10)', 7],
    ['round(2.5) + round(3.5)', 6],
    ['round(2.345, 2)', 2.34],
    ['修约(69.995, 2)', 70],
    ['modulo(-7, 3)', 2],
    ['modulo(0.3, 0.1)', 0],
    ['quotient(7, 2)', 3],
    ['clamp(150, 0, 100)', 100],
    ['interpolate(15, 10, 0, 20, 100)', 50],
    ['sqrt(16) + ln(exp(2)) + log10(1000)', 9],
    ['power(9, 0.5)', 3],
    ['power(-8, 3)', -512],
    ['2 ** -1', 0.5],
    ['percent(3, 4)', 75],
    ['growth(110, 100)', 10],
    ['count(1 < 2, 2 < 1, true)', 2],
    ['number(odd(3) and even(4))', 1],
    ['如果 全部(1 < 2, 真) 且 任一(假, 2 > 1) 那么 1 否则 0', 1],
    ['如果 5 介于 1 且 9 且 5 in (1, 5) 那么 1 否则 0', 1],
    ['（1＋2）×3÷9', 1],
    ['如果 2 ≥ 2 且 2 ≤ 2 且 1 ≠ 2 那么 1 否则 0', 1],
    ['如果 非(1 = 2) 那么 1 否则 0', 1],
    ['if not 1 = 2 then 1 else 0', 1],
    ['2 ** 3 ** 2', 64],
    ['-2 ** 2', 4],
    ['power(2, 100)', 2 ** 100],
  ])('%s = %d', (text, value) => {
    expect(run(text)).toEqual({ value, blank: 0, failures: [] })
  })

  it('reads names by id, by id with _, by Chinese and English name, in quotes of either kind', () => {
    for (const name of ['c_d', '丙', '`c-d`', '「c-d」', '`c-d en`'])
      expect(run(name, { 'c-d': 7 }).value, name).toBe(7)
    expect(run('cases/AI病例', { cases: 6, 'ai-cases': 3 }).value).toBe(2)
  })

  it('compares choices by id or word', () => {
    for (const text of [
      '级别 = "三级"',
      'tier = “t3”',
      '"Tertiary" = 级别',
      '级别 in ("二级", "三级")',
      '级别 != "二级"',
    ])
      expect(run(text, { tier: 0 }, 'boolean').value, text).toBe(1)
    expect(run('如果 级别 = "三级" 那么 1 否则 0', { tier: 1 }).value).toBe(0)
  })

  it('has the Chinese words over the same tree', () => {
    const skinned = '如果 甲 > 1 且 非(乙 < 2) 或 甲 属于 (7, 8) 那么 甲 否则 乙'
    const plain = 'if 甲 > 1 and not(乙 < 2) or 甲 in (7, 8) then 甲 else 乙'
    const bodyOf = (text: string) =>
      JSON.stringify(compileFormula(text, { scope: SCOPE, type: 'number' }).formula?.body)
    const withoutPlaces = (json: string) => json.replace(/"(at|from|to)":\d+/g, '')
    expect(withoutPlaces(bodyOf(skinned))).toBe(withoutPlaces(bodyOf(plain)))
    expect(KEYWORDS.get('如果')).toBe('if')
  })

  it.each(FUNCTIONS.map(({ name, zh }) => [name, zh] as const))('%s is %s in Chinese', (name, zh) => {
    expect(zh).toMatch(/^\p{Script=Han}+$/u)
    expect(FUNCTIONS.filter((one) => one.name === name || one.zh === zh)).toHaveLength(1)
  })
})

describe('missing', () => {
  it('gives no value, with the heaviest blank of the operands', () => {
    expect(run('甲 + 乙', { a: 1, b: null })).toMatchObject({ value: null, blank: Blank.unanswered })
    expect(run('甲 / 乙', { a: 'N/A', b: 'N/A' })).toMatchObject({ value: null, blank: Blank.notApplicable })
    expect(run('甲 / 乙', { a: 'N/A', b: null })).toMatchObject({ value: null, blank: Blank.unanswered })
    expect(run('max(甲, 5)', { a: 'N/A' })).toMatchObject({ value: null, blank: Blank.notApplicable })
  })

  it('lets one false or true settle, and if need only its branch', () => {
    expect(run('甲 > 1 and 乙 > 1', { a: 0, b: null }, 'boolean').value).toBe(0)
    expect(run('甲 > 1 or 乙 > 1', { a: null, b: 2 }, 'boolean').value).toBe(1)
    expect(run('甲 > 1 and 乙 > 1', { a: 2, b: null }, 'boolean')).toMatchObject({ value: null, blank: 1 })
    expect(run('if 甲 = 0 then 0 else 乙 / 甲', { a: 0, b: 5 })).toEqual({ value: 0, blank: 0, failures: [] })
    expect(run('if 甲 = 0 then 0 else 乙', { b: 5 })).toMatchObject({ value: null, blank: 1 })
    expect(run('甲 != 0 and 乙 / 甲 > 1', { a: 0, b: 5 }, 'boolean')).toEqual({ value: 0, blank: 0, failures: [] })
    expect(run('coalesce(甲, 乙, 0 - 1)', { b: 3 }).value).toBe(3)
    expect(run('coalesce(甲, 乙)', { a: 'N/A' })).toMatchObject({ value: null, blank: Blank.unanswered })
    expect(run('known(甲)', {}, 'boolean').value).toBe(0)
    expect(run('有值(级别)', { tier: 1 }, 'boolean').value).toBe(1)
  })
})

describe('what is not defined is told, with the operands', () => {
  it.each([
    ['甲 / 乙', { a: 1, b: 0 }, 'FORMULA_DIVIDE_BY_ZERO', 2, [1, 0]],
    ['甲 / (0.3 - 0.1 - 0.2)', { a: 1 }, 'FORMULA_DIVIDE_BY_ZERO', 2, [1, 0]],
    ['1 + ln(甲)', { a: 0 }, 'FORMULA_LOG_NOT_POSITIVE', 4, [0]],
    ['log10(甲)', { a: -1 }, 'FORMULA_LOG_NOT_POSITIVE', 0, [-1]],
    ['sqrt(甲)', { a: -1 }, 'FORMULA_SQRT_NEGATIVE', 0, [-1]],
    ['甲 ** 0.5', { a: -1 }, 'FORMULA_POWER_ROOT', 2, [-1, 0.5]],
    ['0 ** -1', {}, 'FORMULA_DIVIDE_BY_ZERO', 2, [0, -1]],
    ['exp(甲)', { a: 800 }, 'FORMULA_OVERFLOW', 0, [800]],
    ['甲 * 甲', { a: 1e200 }, 'FORMULA_OVERFLOW', 2, [1e200, 1e200]],
    ['round(甲, 1.5)', { a: 1 }, 'FORMULA_ROUND_DIGITS', 0, [1, 1.5]],
    ['number(odd(甲))', { a: 1.5 }, 'FORMULA_NOT_WHOLE', 7, [1.5]],
    ['clamp(甲, 9, 1)', { a: 1 }, 'FORMULA_CLAMP_ENDS', 0, [1, 9, 1]],
    ['interpolate(甲, 1, 0, 1, 9)', { a: 1 }, 'FORMULA_DIVIDE_BY_ZERO', 0, [1, 1, 0, 1, 9]],
    ['modulo(甲, 0)', { a: 1 }, 'FORMULA_DIVIDE_BY_ZERO', 0, [1, 0]],
  ])('%s', (text, row, ...[code, at, operands]) => {
    expect(run(text, row)).toEqual({ value: null, blank: 1, failures: [{ code, row: 0, at, operands }] })
  })
})

describe('faults at a position', () => {
  it.each<readonly [string, string, number]>([
    ['', 'FORMULA_EMPTY', 0],
    ['1 +', 'FORMULA_ENDS', 3],
    ['* 2', 'FORMULA_OPERAND_WANTED', 0],
    ['甲 乙', 'FORMULA_OPERATOR_WANTED', 2],
    ['1 2', 'FORMULA_UNEXPECTED', 2],
    ['(1 + 2', 'FORMULA_WANTED', 6],
    ['1)', 'FORMULA_UNEXPECTED', 1],
    ['甲 # 乙', 'FORMULA_CHARACTER', 2],
    ['"甲', 'FORMULA_QUOTE_OPEN', 0],
    ['12甲', 'FORMULA_NUMBER', 0],
    ['1.2.3', 'FORMULA_NUMBER', 0],
    ['1e999', 'FORMULA_NUMBER', 0],
    ['if 1 < 2 < 3 then 1 else 2', 'FORMULA_COMPARISON_CHAIN', 9],
    ['如果甲 > 1 那么 1 否则 2', 'FORMULA_UNEXPECTED', 8],
    ['丁 + 1', 'FORMULA_NAME_UNKNOWN', 0],
    ['双 + 1', 'FORMULA_NAME_AMBIGUOUS', 0],
    ['mni(1)', 'FORMULA_FUNCTION_UNKNOWN', 0],
    ['abs(1, 2)', 'FORMULA_ARITY', 0],
    ['min()', 'FORMULA_ARITY', 0],
    ['甲 + 是否', 'FORMULA_TYPE', 4],
    ['number(1 and 2 > 1)', 'FORMULA_TYPE', 7],
    ['如果 甲 那么 1 否则 2', 'FORMULA_TYPE', 3],
    ['如果 是否 那么 1 否则 假', 'FORMULA_TYPES_DIFFER', 14],
    ['number("x" = "y")', 'FORMULA_STRING_ALONE', 7],
    ['number(级别 = "社区")', 'FORMULA_OPTION_UNKNOWN', 12],
    ['是否', 'FORMULA_RESULT_TYPE', 0],
    ['病例 + 金额', 'FORMULA_UNITS_DIFFER', 3],
    ['number(病例 > 金额)', 'FORMULA_UNITS_DIFFER', 10],
    ['max(病例, 金额)', 'FORMULA_UNITS_DIFFER', 0],
    ['score(rot)', 'FORMULA_NODE_UNKNOWN', 6],
    ['score(1)', 'FORMULA_ARITY', 0],
    ['measure(甲)', 'FORMULA_ARITY', 0],
  ])('%s → %s at %d', (text, code, from) => {
    const [first, ...others] = problemsOf(text)
    expect([first?.code, first?.from, others]).toEqual([code, from, []])
  })

  it('are told all at once', () => {
    expect(codesOf('丁 + 戊 + abs(1, 2) + 是否')).toEqual([
      'FORMULA_NAME_UNKNOWN',
      'FORMULA_NAME_UNKNOWN',
      'FORMULA_ARITY',
      'FORMULA_TYPE',
    ])
  })

  it('suggest the nearest name', () => {
    expect(problemsOf('case / 2')[0]?.params['suggestions']).toEqual(['cases'])
    expect(problemsOf('number(级别 = "三及")')[0]?.params['suggestions']).toEqual(['三级'])
  })

  it('keep scores out of where there are none', () => {
    const { problems } = compileFormula('score(root)', { scope: { ...SCOPE, scores: [] }, type: 'number' })
    expect(problems[0]?.code).toBe('FORMULA_SCORE_HERE')
    expect(compileFormula('得分(总)', { scope: SCOPE, type: 'number' }).formula?.body).toMatchObject({
      op: 'score',
      id: 'root',
    })
  })
})

describe('units of measure', () => {
  const unitCodes = (text: string, unit: string) =>
    compileFormula(text, { scope: SCOPE, type: 'number', unit: parseUnit(unit) }).problems.map(({ code }) => code)

  it.each<readonly [string, string, readonly string[]]>([
    ['AI病例 / 病例', '%', ['FORMULA_SHARE_NOT_PERCENT']],
    ['AI病例 / 病例 * 100', '%', []],
    ['percent(AI病例, 病例)', '%', []],
    ['AI病例 / 病例', '比', []],
    ['金额 / 病例', '万元/例', []],
    ['金额 / 病例', '元/例', ['FORMULA_RESULT_UNIT']],
    ['金额 / 病例 * 10000', '元/例', []],
    ['measure(金额 / 病例, "元/例")', '元/例', []],
    ['AI病例 + 病例', '例', []],
    ['AI病例 * 病例', '例', ['FORMULA_RESULT_UNIT']],
    ['AI病例 + 5', '例', []],
    ['percent(AI病例, 金额)', '%', ['FORMULA_UNITS_DIFFER']],
    ['round(AI病例 / 病例 / (金额 / 金额), 2)', '比', []],
    ['1 / 金额', '%', []],
  ])('%s in %s: %j', (text, unit, codes) => {
    expect(unitCodes(text, unit)).toEqual(codes)
  })
})

describe('any text', () => {
  const words = [
    '甲',
    '乙',
    '(',
    ')',
    ',',
    '+',
    '-',
    '*',
    '/',
    '**',
    '<',
    '=',
    '"三级"',
    '级别',
    'if',
    'then',
    '否则',
    '且',
    'not',
    'in',
    'between',
    'min(',
    'score(',
    '1',
    '.5',
    '`',
    '「',
    'true',
    '\u3000',
    '\ud800',
    '𝕏',
    '#',
  ]
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(' '))

  it('compiles or is told where it is wrong, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), soup), (text) => {
        const { formula, problems } = compileFormula(text, { scope: SCOPE, type: 'number' })
        expect(formula === null).toBe(problems.length > 0)
        for (const { code, from, to } of problems) {
          expect(code).toMatch(/^FORMULA_/)
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['brackets', '('.repeat(5000), 'FORMULA_TOO_DEEP'],
    ['signs', '-'.repeat(5000), 'FORMULA_TOO_DEEP'],
    ['not', 'not '.repeat(2000), 'FORMULA_TOO_DEEP'],
    ['if', 'if '.repeat(2000), 'FORMULA_TOO_DEEP'],
    ['calls', 'min('.repeat(2000), 'FORMULA_TOO_DEEP'],
    ['a long sum', `1${' + 1'.repeat(2000)}`, 'FORMULA_TOO_DEEP'],
    ['powers', `2${' ** 2'.repeat(1500)}`, 'FORMULA_TOO_DEEP'],
    ['a huge text', '1 + '.repeat(500_000), 'FORMULA_TOO_LONG'],
  ])('nested or long beyond use: %s', (_, text, code) => {
    expect(parseFormula(text).problems.map((one) => one.code)).toEqual([code])
  })

  it('takes a long sum as one function', () => {
    expect(run(`sum(${Array.from({ length: 100 }, () => '1').join(', ')})`).value).toBe(100)
  })
})
