/** COINr's recorded results, through a framework's pipeline from raw values to ranks. */
import { describe, expect, it } from 'vitest'
import { compile, score, shapeOf, type ImputeSpec, type NormaliseSpec, type TreatSpec } from '../../src/index.ts'
import { column, expectClose, read, type Case, type Columns, type Recorded } from '../fixtures/prepare/read.ts'
import { branch, column as cells, framework, leaf } from '../support/build.ts'
import {
  frameworkOf,
  MIN_MAX,
  pipelineOf,
  preparedColumn,
  recordedOf,
  run,
  scoresOf,
  setOf,
  type Frame,
} from './coinr.ts'
import { readsEveryCase } from '../coverage.ts'

interface Family {
  readonly inputs: Readonly<Record<string, Columns>>
  readonly cases: readonly Case[]
}

/** COINr's own rule: at most five points, else log_CT, kept even where it is worse. */
const COINR_TREAT: TreatSpec = {
  steps: [
    { method: 'winsorise', most: 5 },
    { method: 'logarithm', variant: 'ct' },
  ],
  keep: 'last',
}

/** Scores lie on the 1e-9 grid; recorded with 15 significant digits. */
function expectOnGrid(found: Float64Array, recorded: Float64Array): void {
  expect([...found]).toEqual(
    Array.from(recorded, (value) => (Number.isNaN(value) ? NaN : (expect.closeTo(value, 8) as unknown))),
  )
}

/** Standard scores are put on 0 to 100 so wide that none is held, and taken back. */
const Z = { method: 'z-score', mean: 50, deviation: 5, constant: 50 } as const
const fromZ = (scores: Float64Array): Float64Array => scores.map((value) => (value - Z.mean) / Z.deviation)

/** M37 has one of three indicators of a pillar. */
const STRUCK = [36]

const FRAMES: Readonly<Record<string, Frame & { readonly back?: (scores: Float64Array) => Float64Array }>> = {
  pipeline_default: { normalise: () => MIN_MAX, pipeline: { treat: COINR_TREAT } },
  pipeline_gmean_imputed: {
    normalise: () => ({ method: 'min-max', low: 1, high: 100 }),
    pipeline: { impute: [{ method: 'mean' }], treat: COINR_TREAT },
    aggregate: { method: 'geometric' },
  },
  pipeline_zscore: { normalise: () => Z, back: fromZ },
  pipeline_prank: {
    normalise: () => ({ method: 'percentile-rank', ties: 'min' }),
    pipeline: { treat: COINR_TREAT },
    back: (scores) => scores.map((value) => value / 100),
  },
}

describe.each(['small', 'medium'])('%s set, whole pipelines', (name) => {
  const { cases, structure } = pipelineOf(name)
  const set = setOf(name)
  it.each(cases)('$id', ({ id, output }) => {
    const { back = (scores: Float64Array) => scores, ...frame } = FRAMES[id] ?? { normalise: () => MIN_MAX }
    const result = run(name, frame)
    for (const code of Object.keys(set.raw)) {
      const prepared = preparedColumn(result, code)
      if (output.Imputed) {
        const imputed = recordedOf(set.raw[code])
        for (const [row, { value }] of prepared.imputed) imputed[row] = value
        expectClose(imputed, recordedOf(output.Imputed[code]))
      }
      if (output.Treated) expectClose(prepared.values, recordedOf(output.Treated[code]))
      expectOnGrid(back(scoresOf(result, code)), recordedOf(output.Normalised?.[code]))
    }
    // COINr's threshold counts children by number, coverage here is of weight: the one unit it strikes out is left aside
    const struck = id === 'pipeline_zscore' ? sparse(set.raw) : []
    expect(struck).toEqual(name === 'medium' && id === 'pipeline_zscore' ? STRUCK : [])
    const kept = (values: Float64Array) => values.filter((_, row) => !struck.includes(row))
    for (const [node, values] of Object.entries(output.Aggregated ?? {})) {
      if (node === 'uCode' || node in set.raw) continue
      expectOnGrid(kept(back(scoresOf(result, node))), kept(recordedOf(values)))
    }
    const top = structure.find(({ parent }) => parent === null)?.code ?? ''
    if (struck.length === 0) expect([...result.rank]).toEqual(output.Ranks?.[top])
  })

  /** Rows that have less than half of some pillar's indicators, by number. */
  function sparse(raw: Columns): readonly number[] {
    return [...set.units.keys()].filter((row) =>
      structure.some(({ code, level }) => {
        const children = level === 2 ? structure.filter(({ parent }) => parent === code) : []
        const seen = children.filter((child) => raw[child.code]?.[row] !== null)
        return seen.length < children.length / 2
      }),
    )
  }
})

describe.each(['small', 'medium'])('%s set, screening', (name) => {
  const { cases } = read(`${name}-screen-units`) as Family
  it.each(cases)('$id', ({ params, output }) => {
    const force = params['Force'] as
      | { readonly uCode: readonly string[]; readonly Include: readonly boolean[] }
      | undefined
    const forced = (include: boolean): readonly string[] =>
      (force?.uCode ?? []).filter((_, place) => force?.Include[place] === include)
    const by = String(params['unit_screen'])
    const result = run(name, {
      normalise: () => MIN_MAX,
      pipeline: {
        screen: {
          units: {
            ...(by !== 'byzeros' && { available: Number(params['dat_thresh']) }),
            ...(by !== 'byNA' && { nonZero: Number(params['nonzero_thresh']) }),
          },
          keep: forced(true),
          drop: forced(false),
        },
      },
    })
    const included = (output['Included'] ?? []).map(Boolean)
    expect(included.length).toBe(result.size)
    expect([...result.status].map((status) => status !== 4)).toEqual(included)
    for (const [row, isIn] of included.entries()) expect(Number.isNaN(result.score[row])).toBe(!isIn)
  })
})

it('denominate: medium set, three indicators by two facts', () => {
  const { cases } = read('medium-denominate') as Family
  const set = setOf('medium')
  const plain = cases.filter(({ quirk }) => quirk === null)
  expect(plain.length).toBe(1)
  for (const { params, output } of plain) {
    const { iCode, Denominator, ScaleFactor } = params['denomby'] as Readonly<
      Record<string, readonly (string | number)[]>
    >
    const facts = Object.keys(set.denominators).map((id) => ({ id, type: 'number' as const }))
    const result = run('medium', {
      normalise: () => MIN_MAX,
      facts,
      over: (code) => {
        const place = iCode?.indexOf(code) ?? -1
        if (place < 0) return {}
        const by = String(Denominator?.[place])
        return { pipeline: { denominate: { by, per: Number(ScaleFactor?.[place]) } } }
      },
    })
    for (const code of Object.keys(set.raw)) {
      expectClose(preparedColumn(result, code).values, recordedOf(output[code] ?? set.raw[code]))
    }
  }
})

const IMPUTE: Readonly<Record<string, (pillars: readonly string[], root: string) => readonly ImputeSpec[]>> = {
  impute_mean: () => [{ method: 'mean' }],
  impute_median: () => [{ method: 'median' }],
  impute_mean_grp: () => [{ method: 'group-mean' }],
  impute_median_grp: () => [{ method: 'group-median' }],
  impute_row_mean_l2: (pillars) => [{ method: 'row-mean', pillars }],
  impute_row_median_l2: (pillars) => [{ method: 'row-median', pillars }],
  impute_row_mean_all: (_, root) => [{ method: 'row-mean', pillars: [root] }],
}

describe.each(['small', 'medium'])('%s set, imputation', (name) => {
  const { cases } = read(`${name}-impute`) as Family
  const set = setOf(name)
  const { structure } = pipelineOf(name)
  const root = structure.find(({ parent }) => parent === null)?.code ?? ''
  const pillars = structure.filter(({ level }) => level === 2).map(({ code }) => code)
  it.each(cases.filter(({ id }) => id in IMPUTE))('$id', ({ id, output }) => {
    const impute = IMPUTE[id]?.(pillars, root) ?? []
    const result = run(name, { normalise: () => MIN_MAX, pipeline: { impute } })
    for (const code of Object.keys(set.raw)) {
      const { values, imputed } = preparedColumn(result, code)
      expectClose(values, recordedOf(output[code] ?? set.raw[code]))
      const filled = (set.raw[code] ?? []).flatMap((value, row) =>
        value === null && !Number.isNaN(values[row]) ? row : [],
      )
      expect([...imputed.keys()]).toEqual(filled)
    }
  })
})

describe.each(['small', 'medium'])('%s set, treatment', (name) => {
  const { inputs, cases } = read(`${name}-treat`) as Family
  const set = setOf(name)
  const variants: Readonly<Record<string, 'ct' | 'ct-signed'>> = { log_CT: 'ct', log_CT_plus: 'ct-signed' }
  it.each(cases)('$id', ({ input, params, output }) => {
    const first =
      params['f1'] === 'winsorise'
        ? ({ method: 'winsorise', most: Number(params['winmax']) } as const)
        : params['f1'] === 'boxcox'
          ? ({ method: 'box-cox', lambda: Number(params['lambda']) } as const)
          : ({ method: 'logarithm', variant: 'ct' } as const)
    const treat: TreatSpec = {
      skewness: Number(params['skew_thresh'] ?? 2),
      kurtosis: Number(params['kurt_thresh'] ?? 3.5),
      steps: [first, { method: 'logarithm', variant: variants[String(params['f2'])] ?? 'ct' }],
      from: params['combine_treat'] === true ? 'previous' : 'original',
      keep: 'last',
    }
    const raw = { ...set.raw, ...inputs[input] }
    const result = run(name, { normalise: () => MIN_MAX, pipeline: { treat } }, raw)
    for (const code of Object.keys(set.raw)) {
      const before = recordedOf(raw[code])
      const recorded = recordedOf(output[code] ?? raw[code])
      const { values, treated } = preparedColumn(result, code)
      const [theirs, untreated] = [recorded, before].map((one) => Math.abs(shapeOf(one).skewness ?? 0))
      // where COINr keeps a logarithm that makes the column worse, the right thing is to keep what was there
      if ((theirs ?? 0) > (untreated ?? 0))
        expect(Math.abs(shapeOf(values).skewness ?? 0)).toBeLessThanOrEqual(untreated ?? 0)
      else expectClose(values, recorded)
      for (const [row, mark] of treated) expect([mark.before, mark.after]).toEqual([before[row], values[row]])
    }
  })
})

describe.each(['small', 'medium'])('%s set, normalisation', (name) => {
  const { inputs, cases } = read(`${name}-normalise`) as Family
  const set = setOf(name)
  const param = (code: string, key: string): number => Number(set.params[code]?.[key])
  const n = (values: readonly Recorded[]): number => values.filter((value) => value !== null).length
  /** The method, and how COINr's figure of a value comes to 0 to 100. */
  const methods: Readonly<
    Record<string, (code: string, values: readonly Recorded[]) => readonly [NormaliseSpec, (value: number) => number]>
  > = {
    norm_minmax_0_100: () => [MIN_MAX, (value) => value],
    norm_minmax_1_100: () => [{ method: 'min-max', low: 1, high: 100, constant: 50 }, (value) => value],
    norm_minmax_iMeta: (code) => [
      { method: 'min-max', low: param(code, 'minmax_lower'), high: param(code, 'minmax_upper'), constant: 50 },
      (value) => value,
    ],
    norm_zscore_0_1: () => [Z, (value) => 50 + 5 * value],
    norm_zscore_10_2: () => [{ ...Z, mean: 10, deviation: 1 }, (value) => 10 + (value - 10) / 2],
    norm_rank: (_, values) => [{ method: 'rank', ties: 'min' }, (value) => (100 * value) / n(values)],
    norm_rank_avg: (_, values) => [{ method: 'rank', ties: 'average' }, (value) => (100 * value) / n(values)],
    norm_borda: (_, values) => [{ method: 'borda', ties: 'min' }, (value) => (100 * value) / (n(values) - 1)],
    norm_prank: () => [{ method: 'percentile-rank', ties: 'min' }, (value) => 100 * value],
    norm_dist2max: () => [{ method: 'distance-to-maximum', constant: 50 }, (value) => 100 * value],
    norm_scaled_iMeta: (code) => [
      { method: 'scaled', lower: param(code, 'scaled_lower'), upper: param(code, 'scaled_upper') },
      (value) => (100 * value) / param(code, 'scale_factor'),
    ],
    norm_dist2targ_iMeta_onraw: (code) => [
      { method: 'distance-to-target', target: param(code, 'Target'), sides: 'one' },
      (value) => 100 * value,
    ],
  }
  const wanted = (id: string): string => id.replace(/__imputed$/, '')
  const usable = cases.filter(({ id }) => wanted(id) in methods)
  it('has cases of every method', () => {
    expect(new Set(usable.map(({ id }) => wanted(id))).size).toBe(Object.keys(methods).length)
  })
  it.each(usable)('$id', ({ id, input, output }) => {
    const raw = { ...set.raw, ...inputs[input] }
    const method = (code: string) => methods[wanted(id)]?.(code, raw[code] ?? [])
    const result = run(name, { normalise: (code) => method(code)?.[0] ?? MIN_MAX }, raw)
    for (const code of Object.keys(set.raw)) {
      const expected = recordedOf(output[code]).map((value) => {
        const [spec, to] = method(code) ?? [MIN_MAX, (same: number) => same]
        const [low, high] = spec.method === 'min-max' ? [spec.low, spec.high] : [0, 100]
        return Math.min(high, Math.max(low, to(value)))
      })
      expectOnGrid(scoresOf(result, code), expected)
    }
  })
})

describe('panel', () => {
  const panel = read('panel') as {
    readonly input: Readonly<Record<string, readonly Recorded[]>>
    readonly directions: Readonly<Record<string, number>>
    readonly [set: string]: unknown
  }
  const codes = Object.keys(panel.directions)
  const units = (panel.input['uCode'] ?? []).map(String)
  const periods = (panel.input['Time'] ?? []).map(String)
  const leaves = codes.map((code) =>
    leaf(code, 1 / codes.length, {
      normalise: MIN_MAX,
      direction: panel.directions[code] === -1 ? 'negative' : 'positive',
    }),
  )
  const data = (columns: Readonly<Record<string, readonly Recorded[]>>) => ({
    size: units.length,
    units,
    periods,
    groups: units.map(() => null),
    columns: new Map(codes.map((code) => [code, cells((columns[code] ?? []).map((value) => value as number | null))])),
  })
  const runPanel = (over: Parameters<typeof framework>[1], columns = panel.input) =>
    score(compile(framework(branch('root', leaves), { missing: 'exclude', ...over })), data(columns))

  it.each<readonly [string, readonly ImputeSpec[]]>([
    ['impute_panel_latest', [{ method: 'carry-forward', ends: 'leave' }]],
    ['impute_panel_latest_max1', [{ method: 'carry-forward', ends: 'leave', most: 1 }]],
    ['impute_panel_linear-constant', [{ method: 'linear', ends: 'nearest' }]],
  ])('%s', (key, impute) => {
    const result = runPanel({ pipeline: { impute } })
    const output = panel[key] as Readonly<Record<string, readonly Recorded[]>>
    for (const code of codes) expectClose(preparedColumn(result, code).values, column(output[code] ?? []))
  })

  it.each([
    ['normalised_global', { pipeline: { reference: { period: '*' } } }],
    ['normalised_local', {}],
  ] as const)('%s', (key, over) => {
    const output = panel[key] as Readonly<Record<string, readonly Recorded[]>>
    const place = new Map(units.map((unit, row) => [`${unit} ${periods[row]}`, row]))
    const result = runPanel(over)
    const found = (output['uCode'] ?? []).map((unit, row) => place.get(`${unit} ${output['Time']?.[row]}`) ?? -1)
    for (const code of codes) {
      const scores = scoresOf(result, code)
      expectOnGrid(
        Float64Array.from(found, (row) => scores[row] ?? NaN),
        column(output[code] ?? []),
      )
    }
  })
})

it('frameworks of these sets compile', () => {
  const set = setOf('small')
  expect(compile(frameworkOf(pipelineOf('small'), set, { normalise: () => MIN_MAX })).nodes.length).toBe(12)
})

readsEveryCase(import.meta.url)
