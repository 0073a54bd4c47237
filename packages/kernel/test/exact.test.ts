import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, roundHalfEven, score, type BranchSpec, type Framework, type NodeSpec } from '../src/index.ts'
import { branch, dataset, framework, leaf, type Cell } from './support/build.ts'
import { add, atLeast, decimal, divide, exact, isClear, multiply, roundExact, type Exact } from './support/exact.ts'
import { runs } from './support/runs.ts'

/** A tree whose every number is a short decimal: weights in steps of 0.05, levels in steps of 2.5. */
interface Part {
  readonly weight: string
  readonly level: string | null
  readonly parts: readonly Part[]
}

const steps = (total: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.integer({ min: 1, max: total - 1 }), { minLength: 1, maxLength: 4 })
    .map((cuts) => [0, ...new Set(cuts.toSorted((a, b) => a - b)), total])
    .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0)))

const hundredths = (n: number): string => (n / 100).toFixed(2)
const level = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => (n * 2.5).toFixed(1)) },
  fc.constant(null),
)

function tree(depth: number): fc.Arbitrary<readonly Part[]> {
  return steps(20).chain((weights) =>
    fc.tuple(
      ...weights.map((weight) =>
        (depth === 0
          ? fc.constant<readonly Part[]>([])
          : fc.oneof(fc.constant<readonly Part[]>([]), tree(depth - 1))
        ).chain((parts) => level.map((value): Part => ({ weight: hundredths(weight * 5), level: value, parts }))),
      ),
    ),
  )
}

/** The score by exact arithmetic: a part without a level does not apply, and its weight is re-shared. */
function exactScore(parts: readonly Part[]): Exact | null {
  let [sum, weights] = [exact(0), exact(0)]
  for (const part of parts) {
    const value = part.parts.length > 0 ? exactScore(part.parts) : part.level === null ? null : decimal(part.level)
    if (!value) continue
    sum = add(sum, multiply(decimal(part.weight), value))
    weights = add(weights, decimal(part.weight))
  }
  return weights.over === 0n ? null : divide(sum, weights)
}

function toNodes(parts: readonly Part[], path: string, cells: Record<string, Cell>): readonly NodeSpec[] {
  return parts.map((part, index): NodeSpec => {
    const id = `${path}.${index}`
    const weight = Number(part.weight)
    if (part.parts.length > 0) return branch(id, toNodes(part.parts, id, cells), { weight })
    cells[id] = part.level === null ? 'na' : Number(part.level)
    return leaf(id, weight)
  })
}

function run(parts: readonly Part[], over: Partial<Framework> = {}) {
  const cells: Record<string, Cell> = {}
  const root: BranchSpec = branch('root', toNodes(parts, 'n', cells))
  const { score: scores, grade } = score(compile(framework(root, over)), dataset([{ cells }]))
  return { score: scores[0] ?? NaN, grade: grade[0] }
}

it('score, rounded score and grade equal exact arithmetic, cut-offs hit exactly included', () => {
  fc.assert(
    fc.property(fc.oneof(tree(1), tree(2)), fc.integer({ min: 0, max: 4 }), (parts, digits) => {
      const truth = exactScore(parts)
      const found = run(parts)
      if (!truth) {
        expect(found.score).toBeNaN()
        return
      }
      fc.pre(isClear(truth))
      expect(Math.abs(found.score - Number(truth.over) / Number(truth.under))).toBeLessThanOrEqual(0.51e-9)
      expect(roundHalfEven(found.score, digits)).toBe(Number(roundExact(truth, digits)))

      // lines drawn at the score itself, a hair above it, and at round numbers
      const [whole, hair] = [roundExact(truth, 4), 0.0001]
      const lines = [0, 30, 50, 70, Number(whole), Number(whole) + hair].filter((line) => line >= 0 && line <= 100)
      const grades = [...new Set(lines)].sort((a, b) => a - b).map((min) => ({ id: `g${min}`, min }))
      const expected = grades.findLastIndex(({ min }) => atLeast(truth, decimal(min.toFixed(4))))
      expect(run(parts, { grades }).grade).toBe(expected)
    }),
    runs(3000),
  )
})

it('a mean of round levels hits the line that it hits by hand', () => {
  // 0.05 x 70 + 0.15 x 70 + 0.8 x 70 is 70 by hand and 69.99999999999999 in doubles
  const parts = [
    ['0.05', '70'],
    ['0.15', '70'],
    ['0.80', '70'],
  ].map(([weight = '', value = '']) => ({ weight, level: value, parts: [] }))
  expect(run(parts)).toEqual({ score: 70, grade: 3 })
})
