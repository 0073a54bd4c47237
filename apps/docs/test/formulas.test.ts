/** The reference of the formula language: every function has a row, and every example comes to what the page says. */
import { readFileSync } from 'node:fs'
import { Blank, evaluate, onGrid, type Cells } from '@plumbline/kernel'
import { compileFormula, FUNCTIONS, type FormulaScope, type ScopeItem } from '@plumbline/plugin-api'
import { describe, expect, it } from 'vitest'

const item = (id: string, zh: string, kind: 'number' | 'boolean' = 'number'): ScopeItem => ({
  id,
  zh,
  en: id,
  kind: 'column',
  type: { kind },
  unit: null,
})
const SCOPE: FormulaScope = {
  items: [item('a', '甲'), item('b', '乙'), item('c', '丙'), item('yes', '是否', 'boolean')],
  scores: [],
}
const VALUES: ReadonlyMap<string, number> = new Map([
  ['a', 10],
  ['b', 4],
  ['yes', 1],
])

function worth(text: string): number | string {
  const { formula, problems } = compileFormula(text, { scope: SCOPE, type: 'number' })
  if (!formula) return problems.map(({ code }) => code).join()
  const read = ({ id }: { readonly id: string }): Cells => {
    const value = VALUES.get(id) ?? NaN
    return {
      values: Float64Array.of(value),
      blanks: Uint8Array.of(Number.isNaN(value) ? Blank.unanswered : Blank.none),
    }
  }
  return onGrid(evaluate(formula.body, { size: 1, read, fail: () => undefined }).values[0] ?? NaN)
}

/** Cells of the table rows that follow a marker. */
function rowsAfter(page: string, marker: string): readonly (readonly string[])[] {
  const [, after = ''] = page.split(`<!-- ${marker} -->\n`)
  const [, , ...rows] = after.split('\n')
  const end = rows.findIndex((row) => !row.startsWith('|'))
  return rows.slice(0, end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe.each(['zh-CN', 'en'])('%s', (language) => {
  const page = readFileSync(new URL(`../authors/${language}/formulas.md`, import.meta.url), 'utf8')
  const functions = rowsAfter(page, 'functions')

  it('has every function once, under both names', () => {
    expect(functions.map(([name, zh]) => `${name} ${zh}`).sort()).toEqual(
      FUNCTIONS.map(({ name, zh }) => `${name} ${zh}`).sort(),
    )
  })

  it.each(functions)('%s', (name = '', zh = '', ...[example = '', result]) => {
    expect(example.includes(`${name}(`) || example.includes(`${zh}(`)).toBe(true)
    expect(worth(example)).toBe(Number(result))
  })

  it.each(rowsAfter(page, 'examples'))('%s', (example = '', result = '') => {
    expect(worth(example)).toBe(Number(result))
  })
})
