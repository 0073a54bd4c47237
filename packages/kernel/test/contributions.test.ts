import { expect, it } from 'vitest'
import { compile, score, snap, type BranchSpec } from '../src/index.ts'
import { branch, dataset, framework, leaf, type Cell } from './support/build.ts'

/** Points of the root's score by node id: [contribution, own]. */
function points(root: BranchSpec, cells: Readonly<Record<string, Cell>>): Readonly<Record<string, readonly number[]>> {
  const { plan, nodes } = score(compile(framework(root)), dataset([{ cells }]))
  const of = (index: number): readonly number[] =>
    [nodes[index]?.contribution[0], nodes[index]?.ownContribution[0]].map((value) => snap(value ?? NaN))
  return Object.fromEntries(plan.nodes.map(({ spec }, index) => [spec.id, of(index)]))
}

const deduction = (weight: number): BranchSpec =>
  branch('d', [leaf('x', 30), leaf('y', 70)], { weight, aggregate: { method: 'deduct', full: 100 } })

it('an arithmetic tree: weight times score down every path', () => {
  const root = branch('root', [branch('p', [leaf('a', 0.25), leaf('b', 0.75)], { weight: 0.4 }), leaf('c', 0.6)])
  expect(points(root, { a: 80, b: 40, c: 50 })).toEqual({
    a: [8, 0],
    b: [12, 0],
    p: [20, 0],
    c: [30, 0],
    root: [50, 0],
  })
})

it('a geometric branch shares by weight, whatever the scores', () => {
  const root = branch('root', [
    branch('g', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 0.5, aggregate: { method: 'geometric' } }),
    leaf('c', 0.5),
  ])
  expect(points(root, { a: 90, b: 40, c: 10 })).toEqual({
    a: [15, 0],
    b: [15, 0],
    g: [30, 0],
    c: [5, 0],
    root: [35, 0],
  })
})

it('a deduction carries its full marks, its children their losses', () => {
  const root = branch('root', [deduction(0.5), leaf('c', 0.5)])
  // 100 - 30 x 0.5 - 70 x 0.1 = 78, half of each
  expect(points(root, { x: 50, y: 90, c: 20 })).toEqual({
    x: [-7.5, 0],
    y: [-3.5, 0],
    d: [39, 50],
    c: [10, 0],
    root: [49, 0],
  })
})

it('a loss never costs the root more points than it costs the branch', () => {
  const root = branch('root', [deduction(0.5), leaf('c', 0.5)], { aggregate: { method: 'geometric' } })
  // d scores 4, c 100: the root is 20 and d carries 10 of it, 2.5 points for each of its own
  expect(points(root, { x: 0, y: 100 - 6600 / 70, c: 100 })).toEqual({
    x: [-30, 0],
    y: [-66, 0],
    d: [10, 106],
    c: [10, 0],
    root: [20, 0],
  })
})

it('any other branch shares all that it carries, however many points that is for each of its own', () => {
  const mean = branch('p', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 0.5 })
  const root = branch('root', [mean, leaf('c', 0.5)], { aggregate: { method: 'geometric' } })
  // p scores 4 and carries 10
  expect(points(root, { a: 2, b: 6, c: 100 })).toEqual({
    a: [2.5, 0],
    b: [7.5, 0],
    p: [10, 0],
    c: [10, 0],
    root: [20, 0],
  })
})

it('a branch at 0 shares nothing; below a deduction its loss is its own', () => {
  const root = branch('root', [branch('p', [leaf('a', 1)], { weight: 40 }), leaf('b', 60)], {
    aggregate: { method: 'deduct', full: 100 },
  })
  expect(points(root, { a: 0, b: 100 })).toEqual({ a: [0, 0], p: [-40, -40], b: [0, 0], root: [60, 100] })
})

it('below a deduction a branch shares its loss among its children as its score is shared', () => {
  const root = branch('root', [branch('p', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 40 }), leaf('c', 60)], {
    aggregate: { method: 'deduct', full: 100 },
  })
  // p scores 50 of 60 + 40: a loss of 20, shared 60 : 40
  expect(points(root, { a: 60, b: 40, c: 100 })).toEqual({
    a: [-12, 0],
    b: [-8, 0],
    p: [-20, 0],
    c: [0, 0],
    root: [80, 100],
  })
})

it('a deduction below a deduction: a better inner score is a smaller loss', () => {
  const root = branch('root', [deduction(40), leaf('c', 60)], { aggregate: { method: 'deduct', full: 100 } })
  // d scores 78: it loses 40 x 0.22 = 8.8; its rate is -8.8 / 78
  const rate = -8.8 / 78
  expect(points(root, { x: 50, y: 90, c: 100 })).toEqual({
    x: [snap(-15 * rate), 0],
    y: [snap(-7 * rate), 0],
    d: [snap(-8.8), snap(100 * rate)],
    c: [0, 0],
    root: [snap(91.2), 100],
  })
})

it('above an unmet grade of a staircase nothing is carried', () => {
  const root = branch('root', [leaf('g1', 0), branch('g2', [leaf('a', 1)], { weight: 0 }), leaf('g3', 0)], {
    aggregate: { method: 'staircase', metAt: 80 },
  })
  expect(points(root, { g1: 90, a: 45, g3: 100 })).toEqual({
    g1: [snap(100 / 3), 0],
    a: [15, 0],
    g2: [15, 0],
    g3: [0, 0],
    root: [snap(145 / 3), 0],
  })
})
