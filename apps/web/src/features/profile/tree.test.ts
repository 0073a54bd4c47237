import type { TraceBranch, TraceIndicator } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { branchIds, pathTo, treeLines, treeMove } from './tree.ts'

const base = {
  state: 'scored',
  score: 50,
  weight: 0.5,
  effectiveWeight: 0.5,
  contribution: 1,
  contributionToParent: 1,
} as const
const leaf = (id: string): TraceIndicator => ({
  ...base,
  kind: 'indicator',
  id,
  basic: false,
  raw: 1,
  blank: 'none',
  normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 },
  held: 0,
  detail: { kind: 'none' },
})
const branch = (id: string, children: TraceBranch['children']): TraceBranch => ({
  ...base,
  kind: 'branch',
  id,
  aggregate: { method: 'arithmetic' },
  detail: { kind: 'none' },
  coverage: 1,
  minCoverage: null,
  ownContribution: 0,
  children,
})
const root = branch('root', [branch('a', [leaf('a1'), leaf('a2')]), leaf('b')])
const lines = (...open: string[]) => treeLines(root, new Set(open))
const ids = (...open: string[]) => lines(...open).map((line) => line.node.id)

describe('the lines in sight', () => {
  it('follow what is open', () => {
    expect(ids()).toEqual(['root'])
    expect(ids('root')).toEqual(['root', 'a', 'b'])
    expect(ids('root', 'a')).toEqual(['root', 'a', 'a1', 'a2', 'b'])
    expect(ids('a')).toEqual(['root'])
  })

  it('know their place', () => {
    expect(lines('root', 'a')[3]).toMatchObject({ level: 3, position: 2, siblings: 2, expanded: false })
  })

  it('know the way from the root', () => {
    expect(pathTo(root, 'a2').map((node) => node.id)).toEqual(['root', 'a', 'a2'])
    expect(pathTo(root, 'nowhere')).toEqual([])
    expect(branchIds(root)).toEqual(['root', 'a'])
  })
})

describe('arrow keys, after the ARIA tree pattern', () => {
  const shut = lines('root')
  const open = lines('root', 'a')

  it('move up and down and stop at the ends', () => {
    expect(treeMove('ArrowDown', shut, 0)).toEqual({ kind: 'focus', index: 1 })
    expect(treeMove('ArrowDown', shut, 2)).toBeUndefined()
    expect(treeMove('ArrowUp', shut, 0)).toBeUndefined()
    expect(treeMove('End', open, 0)).toEqual({ kind: 'focus', index: 4 })
  })

  it('right opens, then goes to the first child', () => {
    expect(treeMove('ArrowRight', shut, 1)).toEqual({ kind: 'toggle', id: 'a' })
    expect(treeMove('ArrowRight', open, 1)).toEqual({ kind: 'focus', index: 2 })
    expect(treeMove('ArrowRight', open, 2)).toBeUndefined()
  })

  it('left shuts, then goes to the parent', () => {
    expect(treeMove('ArrowLeft', open, 1)).toEqual({ kind: 'toggle', id: 'a' })
    expect(treeMove('ArrowLeft', open, 3)).toEqual({ kind: 'focus', index: 1 })
    expect(treeMove('ArrowLeft', shut, 1)).toEqual({ kind: 'focus', index: 0 })
  })

  it('leaves other keys alone', () => {
    expect(treeMove('a', open, 1)).toBeUndefined()
  })
})
