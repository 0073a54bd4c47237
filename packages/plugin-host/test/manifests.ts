import { indicatorYaml, manifestYaml, PERCENT } from '@plumbline/plugin-host/testing'

/** A small core and a small standard, written as authors write them, for tests to load whole or broken. */

export const CORE = manifestYaml({
  id: 'small-core',
  version: '1.2.0',
  title: { zh: '共性', en: 'Core' },
  root: { id: 'core', zh: '共性', en: 'Core' },
  indicators: [
    indicatorYaml({
      id: 'readiness',
      zh: '就绪度',
      en: 'Readiness',
      type: 'level',
      unit: { zh: '级', en: 'level' },
      weight: 0.4,
      normalise: '{ method: level-map, points: [[0, 0], [1, 50], [2, 100]] }',
      more: 'basic: true\nladder: steps\n',
    }),
    indicatorYaml({
      id: 'intensity',
      zh: '强度',
      en: 'Intensity',
      type: 'ratio',
      unit: PERCENT,
      weight: 0.6,
      normalise: '{ method: goalposts, worst: 0, best: 50 }',
    }),
  ],
  sections: `role: core
facts:
  - { id: fraud, type: number, zh: 造假次数, en: Frauds }
gates:
  - { id: veto-fraud, kind: veto, when: { fact: fraud, op: '>=', value: 1 }, zh: 不予评级, en: no grade }
basicRule: [{ grade: L2, min: 30 }]
ladders:
  - id: steps
    zh: 阶梯
    en: Steps
    steps:
      - { level: 0, zh: 无, en: none }
      - { level: 1, zh: 有, en: some }
      - { level: 2, zh: 全, en: all }
`,
})

export const STANDARD = `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: small
version: 0.1.0
kernel: '>=0.1 <1'
semantics: 1
publisher: test
status: draft
title: { zh: 小, en: Small }
uses: { small-core: ^1.0.0 }
unitOfAssessment: { kind: unit, zh: 对象, en: unit, periodMonths: 12 }
groups: [{ id: 甲组, zh: 甲组, en: Group A }]
tree:
  id: root
  zh: 总
  en: All
  children:
    - { id: core, ref: small-core, weight: 0.5 }
    - id: coverage
      zh: 覆盖率
      en: Coverage
      type: ratio
      unit: { zh: '%', en: '%' }
      direction: positive
      weight: 0.5
      normalise: { method: goalposts, worst: 0, best: 100 }
      calc: { zh: 甲 ÷ 乙, en: a ÷ b }
      source: self
      evidence: [paper]
facts:
  - { id: accident, type: boolean, zh: 事故, en: Accident }
gates:
  - { id: cap-coverage, kind: cap, when: { leaf: coverage, op: '<', value: 50 }, groups: [甲组], maxGrade: L1, zh: 封顶, en: capped }
  - { id: veto-accident, kind: veto, when: { fact: accident, op: ==, value: true }, zh: 否决, en: vetoed }
`
