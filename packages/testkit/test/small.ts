/** A small standard that uses most rules, for tests: two branches, four indicators, a cap, a veto, a basic rule. SYNTHETIC. */
export const SMALL = `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: small
version: 1.0.0
kernel: '>=0.1 <1'
semantics: 1
publisher: tests
status: draft
title: { zh: 小标准, en: Small standard }
unitOfAssessment: { kind: shop, zh: 门店, en: shop, periodMonths: 12 }
groups:
  - { id: L, zh: 大型, en: Large }
  - { id: S, zh: 小型, en: Small }
missing: zero
tree:
  id: root
  zh: 综合
  en: Composite
  children:
    - id: service
      zh: 服务
      en: Service
      weight: 0.6
      children:
        - id: uptime
          zh: 可用率
          en: Uptime
          type: ratio
          unit: { zh: '%', en: '%' }
          direction: positive
          weight: 0.5
          basic: true
          normalise: { method: goalposts, worst: 90, best: 100 }
          calc: { zh: 可用时长占比, en: Share of time available }
          source: self
          evidence: [log]
        - id: waiting
          zh: 等待时间
          en: Waiting time
          type: number
          unit: { zh: 分钟, en: minutes }
          direction: negative
          weight: 0.5
          normalise: { method: piecewise, points: [[0, 100], [10, 60], [30, 0]] }
          calc: { zh: 平均等待分钟数, en: Mean minutes waited }
          source: self
          evidence: [log]
          notApplicableWhen: { zh: 无现场服务, en: No service on site }
    - id: safety
      zh: 安全
      en: Safety
      weight: 0.4
      aggregate: { method: geometric }
      children:
        - id: plan
          zh: 应急预案
          en: Emergency plan
          type: level
          unit: { zh: 级, en: level }
          direction: positive
          weight: 0.7
          normalise: { method: level-map, points: [[0, 0], [1, 50], [2, 100]] }
          calc: { zh: 按阶梯判定, en: Judged on the ladder }
          ladder: plans
          source: self
          evidence: [log]
        - id: audit
          zh: 外部审核
          en: External audit
          type: boolean
          unit: { zh: 是/否, en: yes/no }
          direction: positive
          weight: 0.3
          normalise: { method: boolean, whenTrue: 100, whenFalse: 20 }
          calc: { zh: 通过即为是, en: Yes where passed }
          source: self
          evidence: [log]
facts:
  - { id: accidents, type: number, zh: 事故次数, en: Accidents }
gates:
  - id: veto-accidents
    kind: veto
    when: { fact: accidents, op: '>=', value: 3 }
    zh: 事故三次以上不予评级
    en: 'Three accidents or more: no grade'
  - id: cap-uptime
    kind: cap
    when: { leaf: uptime, op: '<', value: 95 }
    maxGrade: B
    zh: 可用率低于95%的最高评为乙级
    en: 'Uptime below 95%: at most B'
grades:
  - { id: D, zh: 丁, en: Fourth, min: 0 }
  - { id: C, zh: 丙, en: Third, min: 50 }
  - { id: B, zh: 乙, en: Second, min: 70 }
  - { id: A, zh: 甲, en: First, min: 85 }
basicRule:
  - { grade: A, min: 60 }
ladders:
  - id: plans
    zh: 预案阶梯
    en: Plan ladder
    steps:
      - { level: 0, zh: 没有, en: None }
      - { level: 1, zh: 有而未演练, en: Written }
      - { level: 2, zh: 每年演练, en: Exercised every year }
sources:
  - { id: self, zh: 自报, en: Self-reported }
evidenceKinds:
  - { id: log, zh: 记录, en: Record, form: file }
`
