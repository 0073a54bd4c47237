import { FaultError, type Fault } from '@plumbline/kernel'
import { bundle, edited, lineOf } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { loadBundle, type LoadedPlugin } from '../src/index.ts'
import { CORE, STANDARD } from './manifests.ts'

const core = loadBundle(bundle(CORE), [])

function faultsOf(text: string, available: readonly LoadedPlugin[] = [core]): readonly Fault[] {
  try {
    loadBundle(bundle(text), available, { name: 'plugins/small' })
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}

const told = (faults: readonly Fault[]): readonly (readonly [number | undefined, string])[] =>
  faults.map((one) => [one.at.line, one.code])

describe('faults of a manifest', () => {
  it('finds nothing wrong with the unbroken one', () => {
    expect(faultsOf(STANDARD)).toEqual([])
  })

  it('tells ten different errors at once, each at its line, in the order of the file', () => {
    const broken = edited(STANDARD, {
      'version: 0.1.0': 'version: 0.1',
      'status: draft': 'status: drafty',
      'publisher: test': 'publishr: test',
      'title: { zh: 小, en: Small }': 'title: { zh: 小 }',
      'id: core, ref: small-core': 'id: kernel, ref: small-core',
      'type: ratio': 'typ: ratio',
      'worst: 0, best: 100': "worst: '0', best: 100",
      'source: self': 'source: selv',
      'evidence: [paper]': 'evidence: [papr]',
      'groups: [甲组], maxGrade': 'groups: [乙组], maxGrade',
    })
    expect(told(faultsOf(broken))).toEqual([
      [lineOf(broken, 'version: 0.1'), 'MANIFEST_NOT_TEXT'],
      [lineOf(broken, 'publishr'), 'MANIFEST_KEY_MISSPELT'],
      [lineOf(broken, 'drafty'), 'MANIFEST_VALUE'],
      [lineOf(broken, 'title:'), 'MANIFEST_ENGLISH_MISSING'],
      [lineOf(broken, 'id: kernel'), 'PLUGIN_MOUNT_ID'],
      [lineOf(broken, 'typ:'), 'MANIFEST_KEY_MISSPELT'],
      [lineOf(broken, "worst: '0'"), 'MANIFEST_NOT_A_NUMBER'],
      [lineOf(broken, 'selv'), 'PLUGIN_SOURCE_UNKNOWN'],
      [lineOf(broken, 'papr'), 'PLUGIN_EVIDENCE_UNKNOWN'],
      [lineOf(broken, '乙组'), 'PLUGIN_GROUP_UNKNOWN'],
    ])
  })

  it('names the file, the column, the path by ids and the element', () => {
    const [fault] = faultsOf(edited(STANDARD, { 'source: self': 'source: selv' }))
    expect(fault?.at).toEqual({
      file: 'plugins/small/plugin.yaml',
      line: lineOf(STANDARD, 'source: self'),
      column: 15,
      path: 'tree/coverage/source',
      id: 'coverage',
    })
    expect(fault?.params).toEqual({ name: 'selv', suggestions: ['self'] })
  })

  it.each([
    [
      'ratersMin in snake case',
      'normalise: { method: goalposts, worst: 0, best: 100 }',
      'normalise: { method: expert, scale: [0, 100], raters_min: 5, aggregate: mean, dispersionAlert: 15 }',
      'ratersMin',
    ],
    ['a swapped pair of letters', 'weight: 0.5 }', 'wieght: 0.5 }', 'weight'],
    ['a wrong capital', 'unitOfAssessment:', 'UnitofAssessment:', 'unitOfAssessment'],
  ])('suggests the key that was meant: %s', (_, from, to, meant) => {
    const faults = faultsOf(edited(STANDARD, { [from]: to }))
    expect(faults.filter((one) => one.code === 'MANIFEST_KEY_MISSPELT').map((one) => one.params['nearest'])).toEqual([
      meant,
    ])
  })

  it('lists the known keys where none is near', () => {
    const [fault] = faultsOf(edited(STANDARD, { 'kind: unit,': 'kind: unit, colour: red,' }))
    expect(fault).toMatchObject({
      code: 'MANIFEST_KEY_UNKNOWN',
      params: { key: 'colour', known: ['kind', 'zh', 'en', 'periodMonths'] },
    })
  })

  it.each([
    [
      'ladder not defined',
      { 'source: self': 'source: self\n      ladder: stairs' },
      ['PLUGIN_LADDER_FOR_TYPE', 'PLUGIN_LADDER_UNKNOWN'],
    ],
    [
      'id given twice',
      { 'id: accident, type': 'id: coverage, type', 'fact: accident': 'fact: fraud', 'value: true': 'value: 1' },
      ['PLUGIN_ID_TWICE'],
    ],
    [
      'fact of the core again',
      { 'id: accident, type': 'id: fraud, type', 'fact: accident': 'fact: fraud' },
      ['PLUGIN_ID_TAKEN'],
    ],
    [
      'node of the core again',
      { 'id: coverage\n': 'id: readiness\n', 'leaf: coverage': 'leaf: readiness' },
      ['PLUGIN_ID_TAKEN'],
    ],
    ['gate of the core again', { 'id: cap-coverage': 'id: veto-fraud' }, ['PLUGIN_ID_TAKEN']],
    [
      'column name as an id',
      { 'id: accident, type': 'id: period, type', 'fact: accident': 'fact: period' },
      ['PLUGIN_ID_RESERVED'],
    ],
    ['yes or no against a number', { 'value: true': 'value: 3' }, ['PLUGIN_COMPARES_BOOLEAN']],
    ['number against yes or no', { 'value: 50': 'value: true' }, ['PLUGIN_COMPARES_NUMBER']],
    ['method not for the type', { 'type: ratio': 'type: expert' }, ['PLUGIN_METHOD_FOR_TYPE']],
    ['mount of what is not used', { 'ref: small-core': 'ref: other-core' }, ['PLUGIN_MOUNT_NOT_USED']],
    ['kernel too old', { "kernel: '>=0.1 <1'": "kernel: '>=9'" }, ['PLUGIN_KERNEL']],
    ['leading zero in the version', { 'version: 0.1.0': 'version: 0.01.0' }, ['MANIFEST_VERSION']],
    ['range unreadable', { "kernel: '>=0.1 <1'": 'kernel: newest' }, ['PLUGIN_RANGE']],
    ['semantics unknown', { 'semantics: 1': 'semantics: 2' }, ['MANIFEST_VALUE']],
    [
      'uses itself',
      { 'uses: { small-core: ^1.0.0 }': 'uses: { small-core: ^1.0.0, small: "*" }' },
      ['PLUGIN_USES_CYCLE'],
    ],
    ['Chinese missing', { 'calc: { zh: 甲 ÷ 乙, en: a ÷ b }': 'calc: { en: a ÷ b }' }, ['MANIFEST_CHINESE_MISSING']],
    ['text blank', { 'en: Coverage': "en: ' '" }, ['MANIFEST_TEXT_EMPTY']],
    ['method misspelt', { 'method: goalposts': 'method: goalpost' }, ['MANIFEST_VALUE']],
    [
      'condition with nothing to compare',
      { "leaf: coverage, op: '<', value: 50": "leaf: coverage, op: '<'" },
      ['MANIFEST_KEY_MISSING'],
    ],
    ['cap without a grade', { 'maxGrade: L1, ': '' }, ['MANIFEST_KEY_MISSING']],
    ['veto with a grade', { 'kind: cap': 'kind: veto' }, ['MANIFEST_KEY_UNKNOWN']],
    ['id in capitals', { 'id: small\n': 'id: Small\n' }, ['MANIFEST_ID']],
    ['list where a map belongs', { 'title: { zh: 小, en: Small }': 'title: [小, Small]' }, ['MANIFEST_NOT_A_MAP']],
    [
      'too few points',
      { 'method: goalposts, worst: 0, best: 100': 'method: piecewise, points: [[0, 0]]' },
      ['MANIFEST_TOO_FEW'],
    ],
    [
      'score above 100',
      { 'method: goalposts, worst: 0, best: 100': 'method: piecewise, points: [[0, 0], [1, 101]]' },
      ['MANIFEST_TOO_BIG'],
    ],
    ['half a month', { 'periodMonths: 12': 'periodMonths: 0.5' }, ['MANIFEST_NOT_WHOLE']],
  ])('%s', (_, changes, codes) => {
    expect(
      faultsOf(edited(STANDARD, changes))
        .map((one) => one.code)
        .sort(),
    ).toEqual(codes)
  })

  it('asks level-map to have exactly the steps of the ladder', () => {
    const [fault] = faultsOf(edited(CORE, { '[1, 50], [2, 100]]': '[1, 50], [3, 100]]' }), [])
    expect(fault).toMatchObject({
      code: 'PLUGIN_LADDER_STEPS',
      params: { ladder: 'steps', steps: [0, 1, 2], mapped: [0, 1, 3] },
    })
    expect(fault?.at.line).toBe(lineOf(CORE, 'level-map'))
  })

  it.each([
    ['absent', '^1.0.0', [], 'PLUGIN_USED_ABSENT'],
    ['out of range', '^2.0.0', [core], 'PLUGIN_USED_VERSION'],
    ['range unreadable', 'latest!', [core], 'PLUGIN_RANGE'],
  ])('a used plugin that is %s, without a tail of faults about its names', (_, range, available, code) => {
    const broken = edited(STANDARD, { '^1.0.0': range, 'source: self': 'source: elsewhere' })
    expect(told(faultsOf(broken, available)).filter(([, one]) => one.startsWith('PLUGIN'))).toEqual([
      [lineOf(broken, 'uses:'), code],
    ])
  })

  it('refuses to be built on an earlier version of itself', () => {
    const before = loadBundle(bundle(STANDARD), [core])
    const text = edited(STANDARD, {
      'version: 0.1.0': 'version: 0.2.0',
      '{ small-core: ^1.0.0 }': '{ small-core: ^1.0.0, small: ^0.1.0 }',
    })
    expect(faultsOf(text, [core, before]).map((one) => one.code)).toEqual(['PLUGIN_USES_CYCLE'])
  })

  it('prints the value that is wrong', () => {
    const [fault] = faultsOf(edited(STANDARD, { 'worst: 0': 'worst: .inf' }))
    expect(fault).toMatchObject({ code: 'MANIFEST_NOT_A_NUMBER', params: { actual: 'Infinity' } })
  })

  it('asks for a policy for missing values', () => {
    const [fault] = faultsOf(edited(CORE, { 'missing: zero\n': '' }), [])
    expect(fault?.code).toBe('PLUGIN_MISSING_POLICY')
  })
})

describe('faults of the YAML', () => {
  it('tells a duplicate key along with what else is wrong', () => {
    const broken = edited(STANDARD, {
      'publisher: test': 'publisher: test\npublisher: again',
      'status: draft': 'status: drafty',
    })
    expect(told(faultsOf(broken))).toEqual([
      [lineOf(broken, 'publisher: again'), 'YAML_DUPLICATE_KEY'],
      [lineOf(broken, 'drafty'), 'MANIFEST_VALUE'],
    ])
  })

  it('refuses an alias bomb', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `x${i + 1}: &x${i + 1} [${Array.from({ length: 9 }, () => `*x${i}`).join(', ')}]`,
    )
    expect(faultsOf(['x0: &x0 [lol]', ...levels, STANDARD].join('\n')).map((one) => one.code)).toEqual(['YAML_ALIASES'])
  })

  it('takes a plain alias, and places faults in it at the anchor', () => {
    const text = edited(STANDARD, { 'unit: { zh: ': 'unit: &u { zh: ', 'calc: { zh: 甲 ÷ 乙, en: a ÷ b }': 'calc: *u' })
    expect(faultsOf(text)).toEqual([])
  })

  it.each([
    ['nested a hundred thousand deep', `a: ${'['.repeat(100_000)}`, 'YAML_TOO_DEEP'],
    ['unclosed bracket', 'a: [1, 2\nb: 3\n', 'YAML_BAD_INDENT'],
    ['tab as indentation', 'a:\n\tb: 1\n', 'YAML_TAB_AS_INDENT'],
    ['two documents', `${STANDARD}---\na: 1\n`, 'YAML_MULTIPLE_DOCS'],
    ['alias without an anchor', 'a: *nowhere\n', 'YAML_ALIAS_UNKNOWN'],
    ['a tag', 'a: !!js/function x\n', 'YAML_MARK'],
    ['an anchor upon an anchor', 'a: &x &y b\n', 'YAML_MARK'],
    ['two keys in a line', 'a: b: c\n', 'YAML_KEY_LINE'],
    ['a key without a colon', 'a: 1\nb\nc: 2\n', 'YAML_MISSING_CHAR'],
    ['text that begins with a sign', 'a: @b\n', 'YAML_TOKEN'],
    ['a backslash in double quotes', 'a: "C:\\data"\n', 'YAML_ESCAPE'],
    ['a list for a key', '? [a]\n: 1\n', 'YAML_NON_STRING_KEY'],
    ['nothing at all', '', 'PLUGIN_MANIFEST_EMPTY'],
    ['comments alone', '# 待写\n', 'PLUGIN_MANIFEST_EMPTY'],
    ['a list', '- a\n- b\n', 'MANIFEST_NOT_A_MAP'],
  ])('%s', (_, text, code) => {
    expect(faultsOf(text).map((one) => one.code)).toContain(code)
  })

  it('does not let a key reach the prototype', () => {
    const faults = faultsOf(`${STANDARD}__proto__: { polluted: true }\n`)
    expect(faults.map((one) => [one.code, one.params['key']])).toEqual([['MANIFEST_KEY_UNKNOWN', '__proto__']])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})
