import { inlineAnalyst, type AuditReport, type Evidence } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { roundHalfEven } from '@plumbline/kernel'
import { headText, namer, provenanceOf, provenanceText } from '../analysis/head.ts'
import { loadForAnalysis, type Loaded } from '../analysis/load.ts'
import { reported } from '../analysis/reported.ts'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { textTable } from '../output/table.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline audit`: a standard examined with a period's data. */
export const auditCommand: Command = {
  name: 'audit',
  operands: [2, 2],
  options: { period: 'text', 'as-of': 'text' },
  texts: ({ audit: texts }) => texts,
  run: reported(audit),
}

async function audit(call: Call, terminal: Terminal): Promise<Exit> {
  const loaded = await loadForAnalysis(call, terminal)
  const report = await inlineAnalyst.ask({ kind: 'audit', input: loaded.input })
  if (call.json) terminal.out(`${JSON.stringify({ ...provenanceOf(loaded), report })}\n`)
  else terminal.out(reportText(loaded, report, terminal))
  return Exit.ok
}

const percent = (share: number): string => `${roundHalfEven(share * 100, 1).toFixed(1)}%`
const fixed = (value: number | null): string => (value === null ? '—' : roundHalfEven(value, 2).toFixed(2))

function reportText(loaded: Loaded, report: AuditReport, terminal: Terminal): string {
  const { audit: texts } = terminal.texts
  const name = namer(loaded, terminal)
  const { units, scored, findings, descriptions, weights, pillars } = report
  const { pillar, nominal, effective } = texts.weightColumns
  return [
    headText(loaded, terminal),
    `${fillText(texts.headline, { units, scored, indicators: descriptions.length, flags: findings.length })}\n`,
    report.discrimination.length === 0 ? `${texts.tooFew}\n` : '',
    `\n${texts.findings}\n`,
    findings.length === 0 ? `${texts.nothing}\n` : findingText(report, name, terminal),
    `\n${texts.weights}\n`,
    textTable(
      [
        { title: pillar, align: 'left' },
        { title: nominal, align: 'right' },
        { title: effective, align: 'right' },
      ],
      weights.pillars.map((one) => [name(one.id), percent(one.nominal), percent(one.covarianceShare)]),
    ),
    `\n${texts.correlations}\n`,
    textTable(
      [
        { title: pillar, align: 'left' },
        { title: texts.correlationColumns.within, align: 'right' },
        { title: texts.correlationColumns.across, align: 'right' },
      ],
      pillars.map((one) => [name(one.pillar), fixed(one.within.mean), fixed(one.across.mean)]),
    ),
    `\n${provenanceText(loaded, terminal)}`,
  ].join('')
}

function findingText({ findings }: AuditReport, name: (id: string) => string, terminal: Terminal): string {
  const { findingColumns, kind, advice } = terminal.texts.audit
  return textTable(
    [
      { title: findingColumns.item, align: 'left' },
      { title: findingColumns.finding, align: 'left' },
      { title: findingColumns.evidence, align: 'left' },
    ],
    findings.map((one) => [
      name(one.id),
      kind[one.kind],
      `${evidenceText(one.evidence, name, terminal)}  ${advice[one.kind]}`,
    ]),
  )
}

function evidenceText(evidence: Evidence, name: (id: string) => string, { texts }: Terminal): string {
  const of = texts.audit.evidenceOf
  switch (evidence.kind) {
    case 'share':
    case 'top':
    case 'bottom':
      return fillText(of[evidence.kind], { percent: percent(evidence.share) })
    case 'separation':
      return fillText(of.separation, { points: fixed(evidence.points) })
    case 'weight':
      return fillText(of.weight, { nominal: percent(evidence.nominal), effective: percent(evidence.effective) })
    case 'correlation':
      return fillText(of.correlation, { other: name(evidence.other), r: fixed(evidence.r), n: evidence.n })
    case 'missing':
      return fillText(of.missing, { count: evidence.count, percent: percent(evidence.share) })
    case 'shape':
      return fillText(of.shape, { skewness: fixed(evidence.skewness), kurtosis: fixed(evidence.kurtosis) })
    case 'pillar':
      return fillText(of.pillar, { within: fixed(evidence.within), across: fixed(evidence.across) })
    case 'none':
      return of.none
  }
}
