/** Arithmetic of published schemes, worked by hand from their documents. */
import { describe, expect, it } from 'vitest'
import { compile, roundHalfEven, score, type BranchSpec, type NormaliseSpec } from '../../src/index.ts'
import { branch, dataset, framework, leaf, type Cell } from '../support/build.ts'

function run(root: BranchSpec, cells: Readonly<Record<string, Cell>>, grades = [{ id: 'all', min: 0 }]) {
  const result = score(compile(framework(root, { grades })), dataset([{ cells }]))
  return {
    score: result.score[0] ?? NaN,
    grade: grades[result.grade[0] ?? -1]?.id,
    node: (id: string) => result.nodes[result.plan.indexOf.get(id) ?? -1],
  }
}

describe('UNDP Human Development Index', () => {
  const posts = (worst: number, best: number): { normalise: NormaliseSpec } => ({
    normalise: { method: 'goalposts', worst, best },
  })
  const income: { normalise: NormaliseSpec } = {
    normalise: { method: 'goalposts-log', worst: 100, best: 75000, offset: 0 },
  }
  const third = 1 / 3
  const hdi = branch(
    'hdi',
    [
      leaf('life', third, posts(20, 85)),
      branch('education', [leaf('expected', 0.5, posts(0, 18)), leaf('mean', 0.5, posts(0, 15))], { weight: third }),
      leaf('income', third, income),
    ],
    { aggregate: { method: 'geometric' } },
  )

  it('technical note 1 of the 2020 report: 0.6971, 0.3447 and 3,829 dollars give 0.5506 and 0.510', () => {
    const indices = branch('hdi', [leaf('health', third), leaf('education', third), leaf('income', third, income)], {
      aggregate: { method: 'geometric' },
    })
    const found = run(indices, { health: 69.71, education: 34.47, income: 3829 })
    expect(roundHalfEven((found.node('income')?.score[0] ?? NaN) / 100, 4)).toBe(0.5506)
    expect(roundHalfEven(found.score / 100, 3)).toBe(0.51)
  })

  it('Norway 2021 (report 2021/22, table 1): 83.2, 18.2, 13.0 years and 64,660 dollars give 0.961', () => {
    const found = run(hdi, { life: 83.2, expected: 18.2, mean: 13, income: 64660 })
    expect(found.node('expected')?.held[0]).toBe(1)
    expect(roundHalfEven(found.score / 100, 3)).toBe(0.961)
  })
})

describe('GB/T 39117-2020, maturity of intelligent manufacturing', () => {
  // S counts each met grade (0.8 and above) and the real score of the first that is not; 100 S / 5
  const stairs = branch(
    'root',
    ['g1', 'g2', 'g3', 'g4', 'g5'].map((id) => leaf(id, 0)),
    {
      aggregate: { method: 'staircase', metAt: 80 },
    },
  )
  const grades = [
    { id: 'below', min: 0 },
    { id: '1', min: 16 },
    { id: '2', min: 36 },
    { id: '3', min: 56 },
    { id: '4', min: 76 },
    { id: '5', min: 96 },
  ]

  it.each([
    [[92, 85, 64, 30, 0], 2.64, '2'],
    [[92, 85, 80, 30, 0], 3.3, '3'],
    [[92, 79, 95, 95, 95], 1.79, '1'],
    [[92, 80, 80, 0, 0], 3, '3'],
    [[92, 85, 79.9, 80, 0], 2.799, '2'],
    [[79, 0, 0, 0, 0], 0.79, 'below'],
    [[80, 80, 80, 80, 80], 5, '5'],
  ] as const)('%j: S = %d, grade %s', (scores, s, grade) => {
    const found = run(stairs, Object.fromEntries(scores.map((value, index) => [`g${index + 1}`, value])), grades)
    expect(found.score).toBeCloseTo(20 * s, 9)
    expect(found.grade).toBe(grade)
  })

  it('a sub-domain is the mean of requirements at 0, 0.5, 0.8 and 1', () => {
    const requirement: NormaliseSpec = {
      method: 'level-map',
      points: [
        [0, 0],
        [0.5, 50],
        [0.8, 80],
        [1, 100],
      ],
    }
    const domain = branch(
      'root',
      ['a', 'b', 'c', 'd'].map((id) => leaf(id, 0.25, { normalise: requirement })),
    )
    expect(run(domain, { a: 1, b: 0.8, c: 0.5, d: 0.8 }).score).toBe(77.5)
  })
})

it('电子病历系统应用水平分级评价 (2018): function x real use x data quality', () => {
  // 4 of 5 points for the function, used in 80 % of cases, 90 % of records consistent: 0.8 x 0.8 x 0.9
  const item = branch('item', [leaf('function', 0), leaf('use', 0), leaf('quality', 0)], {
    aggregate: { method: 'product' },
  })
  expect(run(item, { function: 80, use: 80, quality: 90 }).score).toBe(57.6)
  expect(run(item, { function: 100, use: 0, quality: 100 }).score).toBe(0)
})

describe('政府网站与政务新媒体检查指标 (国办秘函〔2019〕19号)', () => {
  const deductions = branch(
    'deductions',
    [leaf('release', 30), leaf('interaction', 20), leaf('functions', 25), leaf('services', 25)],
    {
      aggregate: { method: 'deduct', full: 100 },
    },
  )
  const site = branch('site', [deductions, leaf('extra', 30)], { aggregate: { method: 'bonus', above: 80, max: 100 } })

  it('deducts from 100; no item loses more than its points', () => {
    // losses: 30 x 20 %, 20 x 0 %, 25 x 40 %, 25 x 100 %
    const found = run(deductions, { release: 80, interaction: 100, functions: 60, services: 0 })
    expect(found.score).toBe(59)
  })

  it('a body without services: the 75 points times 4/3', () => {
    // 75 - 6 - 0 - 10 = 59 points, times 4/3
    const found = run(deductions, { release: 80, interaction: 100, functions: 60, services: 'na' })
    expect(found.score).toBe(78.666666667)
  })

  it('a bonus counts only above 80, and the total is held at 100', () => {
    const losing = (release: number): Record<string, Cell> => ({
      release,
      interaction: 100,
      functions: 100,
      services: 100,
      extra: 50,
    })
    expect(run(site, losing(50)).score).toBe(100) // 85 + 15
    expect(run(site, losing(40)).score).toBe(97) // 82 + 15
    expect(run(site, { ...losing(100), functions: 20 }).score).toBe(80) // 80 is not above 80
  })
})

it('OECD/JRC Handbook, step 7: compensation between two indicators', () => {
  // a country at 21, 1, 1, 1 and one at 6, 6, 6, 6 have the same arithmetic mean and geometric means of 2.14 and 6
  const quarter = ['a', 'b', 'c', 'd'].map((id) => leaf(id, 0.25))
  const cells = (a: number, rest: number): Record<string, Cell> => ({ a, b: rest, c: rest, d: rest })
  const linear = branch('root', quarter)
  const geometric = branch('root', quarter, { aggregate: { method: 'geometric' } })
  expect([run(linear, cells(21, 1)).score, run(linear, cells(6, 6)).score]).toEqual([6, 6])
  expect(
    [run(geometric, cells(21, 1)).score, run(geometric, cells(6, 6)).score].map((value) => roundHalfEven(value, 2)),
  ).toEqual([2.14, 6])
})
