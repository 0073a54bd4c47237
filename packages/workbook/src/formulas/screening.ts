/** Indicators and units without enough data, counted in steps of their own. */
import type { ScreenLimits } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import type { Needs } from './needs.ts'
import { number, sum, text } from './node-cells.ts'
import type { Step } from './steps.ts'

/** A batch whose steps know which units were kept. */
export interface Screened {
  readonly batch: Batch
  /** By indicator: 1 where it is left out. */
  readonly dropped: ReadonlyMap<string, Step>
}

/** Indicators first, over the units of the sample; then units, over the indicators that are kept. */
export function addScreening(raw: ReadonlyMap<string, Step>, { settings, pipeline }: Needs, open: Batch): Screened {
  const { steps, head, nameOf, texts, present } = open
  const forced = [...(settings ?? [])].some(([, { screen }]) => screen !== null)
  const screen = pipeline?.screen ?? (forced ? {} : null)
  if (!screen || !settings) return { batch: open, dropped: new Map() }
  const { reference } = pipeline ?? {}
  const group = reference && reference !== 'none' ? reference.group : undefined
  const member = `(${present.range}=1)${group === undefined ? '' : `*(${open.group.range}=${text(group)})`}`
  const none = text(texts.words.notApplicable)
  const dropped = new Map(
    [...raw].map(([id, { range }]) => {
      const counts = {
        cells: `SUMPRODUCT(${member}*(${range}<>${none}))`,
        there: `SUMPRODUCT(${member}*ISNUMBER(${range}))`,
        zeros: `SUMPRODUCT(${member}*ISNUMBER(${range})*(${range}=0))`,
      }
      const own = settings.get(id)?.screen
      const formula = own ? (own === 'drop' ? '1' : '0') : failing(counts, screen.indicators ?? {})
      return [id, steps.add(`${id}.dropped`, { head: head(nameOf(id), 'dropped'), formula })] as const
    }),
  )
  const terms = [...raw].map(([id, { cell }]) => ({ cell, in: `(1-${dropped.get(id)?.cell ?? '0'})` }))
  const count = (key: 'cells' | 'there' | 'zeros', holds: (cell: string) => string): string =>
    steps.add(`unit.${key}`, { head: head('', key), formula: sum(terms.map((one) => `${one.in}*${holds(one.cell)}`)) })
      .cell
  const counts = {
    cells: count('cells', (cell) => `(${cell}<>${none})`),
    there: count('there', (cell) => `ISNUMBER(${cell})`),
    zeros: count('zeros', (cell) => `ISNUMBER(${cell})*(${cell}=0)`),
  }
  const among = (units: readonly string[] = []): string =>
    units.length === 0 ? 'FALSE' : `OR(${units.map((unit) => `${open.unit.cell}=${text(unit)}`).join(',')})`
  const kept = steps.add('kept', {
    head: head('', 'kept'),
    formula: `IF(${present.cell}=0,0,IF(${among(screen.drop)},0,IF(${among(screen.keep)},1,1-${failing(counts, screen.units ?? {})})))`,
  })
  return { batch: { ...open, kept }, dropped }
}

/** 1 where a series has too few values, or too many zeros among them. */
function failing(
  { cells, there, zeros }: { readonly cells: string; readonly there: string; readonly zeros: string },
  { available = 0, nonZero = 0 }: ScreenLimits,
): string {
  const share = (of: string, all: string): string => `ROUND(IF(${all}=0,0,${of}),9)`
  const few = `${share(`${there}/MAX(1,${cells})`, cells)}<${number(available)}`
  const nil = `${share(`1-${zeros}/MAX(1,${there})`, there)}<${number(nonZero)}`
  return `IF(OR(${few},${nil}),1,0)`
}
