import { describe, expect, it } from 'vitest'
import { Blank, compile, completeDataset, score, trace, validateFramework, type Framework } from '../src/index.ts'
import { branch, column, dataset, framework, leaf, type Cell } from './support/build.ts'
import { faultsOf } from './support/faults.ts'

const INPUTS = [
  { id: 'x', type: 'number' },
  { id: 'kind', type: 'choice', options: 2 },
] as const
const code = { file: 'indicators/own.js', inputs: ['x', 'kind'] }
/** Not applicable to units of kind 1. */
const RULE = {
  text: 'kind = 1',
  body: {
    op: '=',
    args: [
      { op: 'column', id: 'kind', from: 0, to: 4 },
      { op: 'value', value: 1 },
    ],
    at: 5,
  },
} as const
const standard = (over: Partial<Framework> = {}): Framework =>
  framework(branch('root', [leaf('own', 0.5, { code }), leaf('said', 0.5)]), { inputs: INPUTS, ...over })

/** What a dataset is once whoever runs the programs has put the column in. */
function withOwn(rows: readonly Readonly<Record<string, Cell>>[], own: readonly Cell[]) {
  const data = dataset(rows.map((cells) => ({ cells })))
  return { ...data, columns: new Map([...data.columns, ['own', { ...column(own), computed: true }]]) }
}

describe('an indicator with a program', () => {
  const plan = compile(standard())

  it('is scored from the column that its program gave', () => {
    const data = withOwn([{ x: 3, kind: 0, said: 40 }], [80])
    expect(completeDataset(plan, data)).toEqual({ dataset: data, faults: [] })
    expect(completeDataset(plan, data).dataset).toBe(data)
    expect(score(plan, data).score).toEqual(Float64Array.of(60))
  })

  it('names the program that was not run, and refuses a column from elsewhere', () => {
    expect(faultsOf(() => score(plan, dataset([{ cells: { x: 3, said: 40 } }])))).toMatchObject([
      { code: 'CODE_NOT_RUN', params: { file: 'indicators/own.js' }, at: { id: 'own' } },
    ])
    expect(faultsOf(() => score(plan, dataset([{ cells: { own: 3, said: 40 } }])))).toMatchObject([
      { code: 'COMPUTED_COLUMN_GIVEN', at: { id: 'own' } },
    ])
  })

  it('is still subject to its rule of not applicable', () => {
    const ruled = compile(
      framework(branch('root', [leaf('own', 0.5, { code, notApplicable: RULE }), leaf('said', 0.5)]), {
        inputs: INPUTS,
        missing: 'exclude',
      }),
    )
    const rows = [
      { x: 3, kind: 0, said: 40 },
      { x: 3, kind: 1, said: 40 },
    ]
    const { dataset: done } = completeDataset(ruled, withOwn(rows, [80, null]))
    expect([...(done.columns.get('own')?.blanks ?? [])]).toEqual([Blank.none, Blank.notApplicable])
    expect([...score(ruled, withOwn(rows, [80, null])).score]).toEqual([60, 40])
  })

  it('is traced with the file and what it read', () => {
    const data = withOwn([{ x: 3, said: 40 }], [80])
    const own = trace(score(plan, data), data, 0).root.children[0]
    expect(own?.kind === 'indicator' && own.code).toEqual({
      file: 'indicators/own.js',
      inputs: [
        { id: 'x', value: 3 },
        { id: 'kind', value: null },
      ],
    })
  })

  it('reads inputs alone and stands in place of a formula', () => {
    const both = leaf('own', 0.5, { code: { ...code, inputs: ['x', 'said', 'nobody'] }, value: RULE })
    const found = validateFramework(standard({ root: branch('root', [both, leaf('said', 0.5)]) }))
    expect(found.map((one) => [one.code, one.params['name'], one.at.path])).toEqual([
      ['CODE_AND_VALUE', undefined, 'tree/own/code'],
      ['CODE_INPUT_UNKNOWN', 'said', 'tree/own/code'],
      ['CODE_INPUT_UNKNOWN', 'nobody', 'tree/own/code'],
    ])
    expect(validateFramework(standard())).toEqual([])
  })
})
