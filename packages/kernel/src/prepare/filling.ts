import type { Dataset } from '../dataset.ts'
import { imputeByCentre, imputeByGroup } from '../impute/column.ts'
import { imputeOverPeriods } from '../impute/periods.ts'
import { periodNumbers } from '../period-numbers.ts'
import { isMeasure, pillarOf } from '../pipeline/settings.ts'
import type { CentreImputeSpec, ImputeSpec, PeriodImputeSpec, ReferenceSpec } from '../pipeline/spec.ts'
import { fillPillar } from './filling-pillar.ts'
import type { Filled, Fillings, Kept, Observed } from './gaps.ts'
import type { Imputed } from './prepared.ts'
import { partsOf, placesOf, type Part } from './samples.ts'
import { pick } from './table.ts'

export interface Filling extends Kept {
  readonly reference: ReferenceSpec | null
}

/** Runs one method over all columns, part by part. */
export function fillingsOf(spec: ImputeSpec, columns: readonly Observed[], filling: Filling): Fillings {
  const { table, rows, reference } = filling
  if ('ends' in spec) return gather(columns, overPeriods(spec, columns, filling))
  const parts = partsOf(table, rows, reference)
  if (!isCentre(spec)) {
    const measures = columns.filter(({ settings }) => isMeasure(settings.spec.normalise))
    const pillars = [...Map.groupBy(measures, ({ settings }) => pillarOf(settings, spec)).values()]
    return gather(
      columns,
      parts.flatMap((part) => pillars.flatMap((pillar) => fillPillar(spec, pillar, { ...filling, part }))),
    )
  }
  return gather(
    columns,
    parts.flatMap((part) => byCentre(spec, columns, { table, part })),
  )
}

const CENTRES: ReadonlySet<string> = new Set(['mean', 'median', 'group-mean', 'group-median'])
const isCentre = (spec: ImputeSpec): spec is CentreImputeSpec => CENTRES.has(spec.method)

function overPeriods(
  spec: PeriodImputeSpec,
  columns: readonly Observed[],
  { table, rows }: Filling,
): readonly Filled[] {
  const units = rows.map((row) => table.units[row] ?? '')
  const periods = [...pick(periodNumbers(table.periods), rows)]
  return columns.map(({ settings, values }) => ({
    id: settings.spec.id,
    rows,
    column: imputeOverPeriods(pick(values, rows), { units, periods, ...spec }),
  }))
}

function byCentre(
  { method }: CentreImputeSpec,
  columns: readonly Observed[],
  { table, part }: { readonly table: Dataset; readonly part: Part },
): readonly Filled[] {
  const { rows } = part
  const sample = placesOf(part)
  const centre = method === 'mean' || method === 'group-mean' ? 'mean' : 'median'
  const groups = rows.map((row) => table.groups[row] ?? null)
  return columns.map(({ settings, values }) => {
    const picked = pick(values, rows)
    const column = method.startsWith('group')
      ? imputeByGroup(picked, groups, { centre, sample })
      : imputeByCentre(picked, centre, { sample })
    return { id: settings.spec.id, rows, column }
  })
}

function gather(columns: readonly Observed[], filled: readonly Filled[]): Fillings {
  const found = new Map(columns.map(({ settings }) => [settings.spec.id, new Map<number, Imputed>()]))
  for (const { id, column, rows, ids } of filled) {
    const rowsOf = new Map<readonly number[], readonly number[]>()
    for (const { row, value, method, donors } of column.cells) {
      found.get(id)?.set(rows[row] ?? -1, { value, method, donors: donors && donorsOf(donors, { rows, ids, rowsOf }) })
    }
  }
  return found
}

interface Naming {
  readonly rows: readonly number[]
  readonly ids: readonly string[] | undefined
  /** One list of donors serves every gap of a group. */
  readonly rowsOf: Map<readonly number[], readonly number[]>
}

function donorsOf(donors: readonly number[], { rows, ids, rowsOf }: Naming): Imputed['donors'] {
  if (ids) return { indicators: donors.map((column) => ids[column] ?? '') }
  const known = rowsOf.get(donors) ?? donors.map((place) => rows[place] ?? -1)
  rowsOf.set(donors, known)
  return { rows: known }
}
