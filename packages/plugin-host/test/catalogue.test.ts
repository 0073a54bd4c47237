import { bundle, edited } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { loadBundle } from '../src/index.ts'
import { CORE, STANDARD } from './manifests.ts'

const core = loadBundle(bundle(CORE), [])
const { catalogue } = loadBundle(bundle(STANDARD), [core])

describe('catalogue of a standard that mounts a core', () => {
  it('lists nodes parents first, the core under its own weight here', () => {
    expect(catalogue.nodes.map(({ id, parent, depth, weight, from }) => [id, parent, depth, weight, from])).toEqual([
      ['root', null, 0, 1, 'small'],
      ['core', 'root', 1, 0.5, 'small-core'],
      ['readiness', 'core', 2, 0.4, 'small-core'],
      ['intensity', 'core', 2, 0.6, 'small-core'],
      ['coverage', 'root', 1, 0.5, 'small'],
    ])
  })

  it('takes over facts, gates, grades, basic rule and vocabularies, its own after them', () => {
    expect(catalogue.facts.map(({ id, from }) => [id, from])).toEqual([
      ['fraud', 'small-core'],
      ['accident', 'small'],
    ])
    expect(catalogue.gates.map(({ gate, from }) => [gate.id, from])).toEqual([
      ['veto-fraud', 'small-core'],
      ['cap-coverage', 'small'],
      ['veto-accident', 'small'],
    ])
    expect(catalogue.gates.map(({ gate }) => gate)).toEqual(catalogue.framework.gates)
    expect(catalogue.grades.map(({ id }) => id)).toEqual(['L1', 'L2'])
    expect(catalogue.basicRule).toEqual([{ grade: 'L2', min: 30 }])
    expect(catalogue.sources.map(({ id }) => id)).toEqual(['self'])
    expect(catalogue.framework.missing).toBe('zero')
  })

  it('marks a draft and example content, in whatever state, and nothing else', () => {
    const marked = (edits: Readonly<Record<string, string>>): boolean =>
      loadBundle(bundle(edited(STANDARD, edits)), [core]).catalogue.example
    expect(catalogue.example).toBe(true)
    expect(marked({ 'status: draft': 'status: published' })).toBe(false)
    expect(marked({ 'status: draft': 'status: published\nexample: true' })).toBe(true)
  })

  it('says how results are printed', () => {
    expect([catalogue.digits, catalogue.display]).toEqual([2, { digits: 2, full: 100 }])
    const index = loadBundle(
      bundle(edited(STANDARD, { 'status: draft': 'status: draft\ndisplay: { digits: 3, full: 1 }' })),
      [core],
    )
    expect([index.catalogue.digits, index.catalogue.display]).toEqual([2, { digits: 3, full: 1 }])
  })

  it('gives the kernel ids and numbers alone', () => {
    expect(catalogue.framework.gates.at(-1)?.when).toEqual({ fact: 'accident', op: '==', value: 1 })
    expect(JSON.stringify(catalogue.framework).replace('甲组', '')).not.toMatch(/\p{Script=Han}/u)
  })

  it('lets a plugin built on one that is built on the core meet the same definitions twice', () => {
    const middle = loadBundle(bundle(STANDARD), [core])
    const top = edited(STANDARD, {
      'id: small\n': 'id: top\n',
      'uses: { small-core: ^1.0.0 }': 'uses: { small-core: ^1.0.0, small: ^0.1.0 }',
      'id: coverage\n': 'id: reach\n',
      'leaf: coverage': 'leaf: reach',
      'id: cap-coverage': 'id: cap-reach',
      '  - { id: accident, type: boolean, zh: 事故, en: Accident }':
        '  - { id: mishap, type: boolean, zh: 事故, en: Mishap }',
      'id: veto-accident': 'id: veto-mishap',
      'fact: accident': 'fact: mishap',
      'groups: [{ id: 甲组': 'groups: [{ id: 甲组',
    })
    // The cap of `small` compares a leaf that is not mounted here, which is a fault of its own.
    expect(() => loadBundle(bundle(top), [core, middle])).toThrow('GATE_UNKNOWN_LEAF')
    const mounting = top
      .replace('{ id: core, ref: small-core, weight: 0.5 }', '{ id: root, ref: small, weight: 0.5 }')
      .replace('id: root\n', 'id: whole\n')
    const loaded = loadBundle(bundle(mounting), [core, middle])
    expect(loaded.uses.map(({ id }) => id)).toEqual(['small-core', 'small'])
    expect(loaded.catalogue.facts.map(({ id }) => id)).toEqual(['fraud', 'accident', 'mishap'])
    expect(loaded.catalogue.nodes.map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      '0 whole',
      '1 root',
      '2 core',
      '3 readiness',
      '3 intensity',
      '2 coverage',
      '1 reach',
    ])
    expect(loaded.catalogue.core?.node).toBe('core')
  })

  it('refuses one tree in two places, and used plugins that disagree', () => {
    const twice = edited(STANDARD, {
      '- { id: core, ref: small-core, weight: 0.5 }':
        '- { id: core, ref: small-core, weight: 0.3 }\n    - { id: core, ref: small-core, weight: 0.2 }',
    })
    expect(() => loadBundle(bundle(twice), [core])).toThrow(/PLUGIN_USES_CLASH[^]*PLUGIN_TWO_CORES/)
    const other = loadBundle(
      bundle(edited(CORE, { 'id: small-core': 'id: other-core', 'zh: 自报, en: Self': 'zh: 自述, en: Own word' })),
      [],
    )
    const both = edited(STANDARD, { 'uses: { small-core: ^1.0.0 }': "uses: { small-core: ^1.0.0, other-core: '*' }" })
    expect(() => loadBundle(bundle(both), [core, other])).toThrow(/PLUGIN_USES_CLASH.*self.*small-core.*other-core/)
  })
})
