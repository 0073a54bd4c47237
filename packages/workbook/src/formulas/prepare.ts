/** The data of a batch made ready, step by step as the pipeline says: screen, denominate, fill, treat. */
import { carryThrough, type IndicatorSpec, type Settings } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import { companionsOf, isByRow, type Needs } from './needs.ts'
import { number, text, type NodeCells } from './node-cells.ts'
import { createReferences, type References } from './references.ts'
import { addScreening, type Screened } from './screening.ts'
import type { Step } from './steps.ts'
import { addTreated, through } from './treatment.ts'

/** An indicator of a batch as its normaliser reads it. */
export interface Prepared {
  /** After all steps: a number, nothing, or a word. */
  readonly value: Step
  /** The same of the units whose statistics are read. */
  readonly sample: Step
  /** Before gaps were filled. */
  readonly observed: Step
  /** Figures of the value rule, carried through the treatment. */
  readonly rule: NodeCells['rule']
  /** A raw value of the standard carried through the treatment. */
  readonly carry: (value: number) => number
}

/** Adds the steps of all indicators; the batch then knows which units were kept. */
export function prepareIndicators(
  indicators: readonly IndicatorSpec[],
  needs: Needs,
  open: Batch,
): { readonly batch: Batch; readonly prepared: ReadonlyMap<string, Prepared> } {
  const raw = new Map(indicators.map((spec) => [spec.id, addRaw(spec.id, open)]))
  const { batch, dropped } = addScreening(raw, needs, open)
  const references = createReferences(batch)
  const observed = new Map(
    indicators.map(({ id }) => [id, addObserved(id, { raw, dropped, settings: needs.settings?.get(id), batch })]),
  )
  const prepared = indicators
    .filter(({ id }) => !needs.outside.has(id))
    .map(({ id }): readonly [string, Prepared] => {
      const settings = needs.settings?.get(id)
      const seen = observed.get(id) ?? batch.present
      return [id, finish(id, seen, { settings, observed, needs, batch, references })]
    })
  return { batch, prepared: new Map(prepared) }
}

/** A number, nothing, or the word for not applicable. */
function addRaw(id: string, { texts, steps, head, nameOf, typed, present }: Batch): Step {
  const { words } = texts
  const cell = typed(id)
  const none = text(words.notApplicable)
  const said = `IF(${cell}=${text(words.yes)},1,IF(${cell}=${text(words.no)},0,${cell}+0))`
  return steps.add(`${id}.raw`, {
    head: head(nameOf(id), 'raw'),
    formula: `IF(${present.cell}=0,"",IF(OR(${cell}="",${cell}=${text(words.unanswered)}),"",IF(${cell}=${none},${none},${said})))`,
  })
}

interface Observing {
  readonly raw: ReadonlyMap<string, Step>
  readonly dropped: Screened['dropped']
  readonly settings: Settings | undefined
  readonly batch: Batch
}

/** What is there to read: of kept units and indicators, per unit of the denominator. */
function addObserved(id: string, { raw, dropped, settings, batch }: Observing): Step {
  const { steps, head, nameOf, texts, kept, present, typed } = batch
  const own = raw.get(id) ?? present
  const out = dropped.get(id)
  const seen =
    out === undefined
      ? own
      : steps.add(`${id}.seen`, {
          head: head(nameOf(id), 'seen'),
          formula: `IF(${kept.cell}=0,"",IF(${out.cell}=1,${text(texts.words.screenedOut)},${own.cell}))`,
        })
  const by = settings?.denominate
  if (!by) return seen
  const fact = typed(by.by)
  return steps.add(`${id}.divided`, {
    head: head(nameOf(id), 'divided'),
    // A denominator that is not above 0 is a fault of the data: the cell shows an error.
    formula: `IF(ISNUMBER(${seen.cell}),IF(ISNUMBER(${fact}),IF(${fact}>0,${seen.cell}/(${fact}/${number(by.per)}),1/0),""),${seen.cell})`,
  })
}

interface Finishing {
  readonly settings: Settings | undefined
  readonly observed: ReadonlyMap<string, Step>
  readonly needs: Needs
  readonly batch: Batch
  readonly references: References
}

function finish(id: string, observed: Step, finishing: Finishing): Prepared {
  const { settings, batch, references } = finishing
  const group = settings?.reference?.group
  const filled = settings && settings.impute.length > 0 ? addFilled(settings, observed, finishing) : observed
  const transforms = settings?.treat && 'transforms' in settings.treat ? settings.treat.transforms : []
  const value = transforms.reduce(
    (before, transform, place) => addTreated(before, transform, { id, place, batch }),
    filled,
  )
  const carried = (cell: string): string => transforms.reduce((before, transform) => through(transform, before), cell)
  return {
    value,
    observed,
    sample: references.sampleOf(value, { key: `${id}.sample`, name: batch.nameOf(id), group }),
    rule: (node, column) => {
      const cell = batch.cells.rule(node, column)
      return column === 'worst' || column === 'best' ? carried(cell) : cell
    },
    carry: (given) => carryThrough(transforms, [given])[0] ?? Number.NaN,
  }
}

function addFilled(settings: Settings, observed: Step, finishing: Finishing): Step {
  const { batch } = finishing
  const { steps, head, nameOf, kept } = batch
  const { id } = settings.spec
  const found = settings.impute.map((_, place) => addFilling(place, settings, { ...finishing, own: observed }))
  const first = found.reduceRight((rest, { cell }) => `IF(${cell}<>"",${cell},${rest})`, '""')
  return steps.add(`${id}.filled`, {
    head: head(nameOf(id), 'filled'),
    formula: `IF(${observed.cell}<>"",${observed.cell},IF(${kept.cell}=1,${first},""))`,
  })
}

/** What one method would put in a gap. */
function addFilling(
  place: number,
  settings: Settings,
  { own, observed, needs, batch, references }: Finishing & { readonly own: Step },
): Step {
  const { steps, head, nameOf, group } = batch
  const { spec, reference } = settings
  const method = settings.impute[place]
  const [key, name] = [`${spec.id}.fill.${place}`, nameOf(spec.id)]
  const sampleOf = (id: string, column: Step): Step =>
    references.sampleOf(column, { key: `${id}.observed`, name: nameOf(id), group: reference?.group })
  const { range } = sampleOf(spec.id, own)
  const add = (formula: string): Step => steps.add(key, { head: head(name, 'filling'), formula, array: true })
  if (method && isByRow(method)) {
    const all = companionsOf(settings, method, [...(needs.settings?.values() ?? [])])
    if (spec.direction === 'target') return add('""')
    const positions = all
      .filter((other) => other.spec.id !== spec.id)
      .map((other) => {
        const column = observed.get(other.spec.id) ?? own
        const scale = scaleOf(sampleOf(other.spec.id, column).range, other.spec)
        return references.once(`${other.spec.id}.place.${reference?.group ?? ''}`, {
          head: head(nameOf(other.spec.id), 'place'),
          formula: `IF(ISNUMBER(${column.cell}),IF(${scale.span}=0,"",(${column.cell}-${scale.worst})/${scale.span}),"")`,
        }).cell
      })
    const { worst, span } = scaleOf(range, spec)
    const centre = method.method === 'row-mean' ? 'AVERAGE' : 'MEDIAN'
    const list = positions.join(',')
    const share = positions.length === 0 ? '""' : `IF(COUNT(${list})=0,"",${worst}+${centre}(${list})*${span})`
    return add(`IF(COUNT(${range})=0,"",IF(${span}=0,${worst},${share}))`)
  }
  const called = method?.method ?? ''
  const centre = called.endsWith('median') ? 'MEDIAN' : 'AVERAGE'
  if (!called.startsWith('group')) return add(`IF(COUNT(${range})=0,"",${centre}(${range}))`)
  const donors = `(${group.range}=${group.cell})*ISNUMBER(${range})`
  return add(`IF(${group.cell}="","",IF(SUM(${donors})=0,"",${centre}(IF(${donors}=1,${range}))))`)
}

/** The worst value of a sample and the signed way from it to the best. */
function scaleOf(range: string, { direction }: IndicatorSpec): { readonly worst: string; readonly span: string } {
  const [worst, best] = direction === 'negative' ? ['MAX', 'MIN'] : ['MIN', 'MAX']
  return { worst: `${worst}(${range})`, span: `(${best}(${range})-${worst}(${range}))` }
}
