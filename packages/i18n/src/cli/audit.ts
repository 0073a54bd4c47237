import { audit } from '../ui/audit.ts'
import { pair } from '../ui/messages.ts'

/** Texts of `plumbline audit`; the findings are worded as on the screen. */
export const auditTexts = pair(
  {
    usage: 'plumbline audit <插件> <数据文件>',
    summary: '用数据审核标准：重复或抵消的指标、名不副实的权重、区分不出高下的指标',
    options: {
      period: { value: '<期>', text: '只分析这一期；不给时取最近一期' },
      'as-of': { value: '<日期>', text: '规则基准日，默认为今天' },
    },
    headline: audit.zh.headline,
    nothing: audit.zh.nothing,
    tooFew: audit.zh.tooFew,
    kind: audit.zh.kind,
    advice: audit.zh.advice,
    evidenceOf: audit.zh.evidenceOf,
    findings: audit.zh.findings,
    findingColumns: { item: audit.zh.item, finding: audit.zh.finding, evidence: audit.zh.evidence },
    weights: audit.zh.weights,
    weightColumns: { pillar: audit.zh.pillar, nominal: audit.zh.nominal, effective: audit.zh.effective },
    correlations: audit.zh.correlations,
    correlationColumns: { pillar: audit.zh.pillar, within: audit.zh.within, across: audit.zh.across },
  },
  {
    usage: 'plumbline audit <plugin> <data>',
    summary: 'the standard examined with data: indicators that repeat or cancel, weights that are not what they say',
    options: {
      period: { value: '<period>', text: 'this period only; the newest where not given' },
      'as-of': { value: '<date>', text: 'the date as of which parameters are read; today where not given' },
    },
    headline: audit.en.headline,
    nothing: audit.en.nothing,
    tooFew: audit.en.tooFew,
    kind: audit.en.kind,
    advice: audit.en.advice,
    evidenceOf: audit.en.evidenceOf,
    findings: audit.en.findings,
    findingColumns: { item: audit.en.item, finding: audit.en.finding, evidence: audit.en.evidence },
    weights: audit.en.weights,
    weightColumns: { pillar: audit.en.pillar, nominal: audit.en.nominal, effective: audit.en.effective },
    correlations: audit.en.correlations,
    correlationColumns: { pillar: audit.en.pillar, within: audit.en.within, across: audit.en.across },
  },
)
