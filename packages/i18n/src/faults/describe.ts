import type { Fault, FaultParam, FaultPlace } from '@plumbline/kernel'
import type { Language } from '../language.ts'
import { analysesFaults } from './analyses.ts'
import { apiFaults } from './api.ts'
import { auditFaults } from './audit.ts'
import { bundlesFaults } from './bundles.ts'
import { changesFaults } from './changes.ts'
import { cliFaults } from './cli.ts'
import { formulaFaults } from './formula.ts'
import { formulaRunFaults } from './formula-run.ts'
import { explainFaults } from './explain.ts'
import { intakeFaults } from './intake.ts'
import { kernelFaults } from './kernel.ts'
import { pipelineFaults } from './pipeline.ts'
import { lintFaults } from './lint.ts'
import { migrationFaults } from './migration.ts'
import { mutantsFaults } from './mutants.ts'
import { pluginsFaults } from './plugins.ts'
import { receiptsFaults } from './receipts.ts'
import { signaturesFaults } from './signatures.ts'
import { testFaults } from './test.ts'
import { rankingFaults } from './ranking.ts'
import { uncertaintyFaults } from './uncertainty.ts'
import { prepareFaults } from './prepare.ts'
import { sandboxFaults } from './sandbox.ts'
import { weightingFaults } from './weighting.ts'
import { workbookFaults } from './workbook.ts'
import { versionsFaults } from './versions.ts'
import type { FaultWordings } from './wording.ts'

/** The wording of every fault, by code. */
export const faultWordings: FaultWordings = {
  ...kernelFaults,
  ...pluginsFaults,
  ...bundlesFaults,
  ...signaturesFaults,
  ...receiptsFaults,
  ...versionsFaults,
  ...intakeFaults,
  ...apiFaults,
  ...analysesFaults,
  ...auditFaults,
  ...weightingFaults,
  ...prepareFaults,
  ...pipelineFaults,
  ...uncertaintyFaults,
  ...cliFaults,
  ...workbookFaults,
  ...testFaults,
  ...changesFaults,
  ...mutantsFaults,
  ...lintFaults,
  ...migrationFaults,
  ...explainFaults,
  ...sandboxFaults,
  ...formulaFaults,
  ...formulaRunFaults,
  ...rankingFaults,
}

/** A fault in words. */
export interface FaultText {
  /** File, line, cell, unit: what is known of the place, in one phrase; empty where nothing is. */
  readonly where: string
  readonly what: string
  readonly remedy: string
}

/**
 * Words a fault for a reader.
 *
 * @returns Place, what happened, what to do. A code without wording gives the code itself, so that nothing is lost.
 * @example describeFault(fault('CELL_NOT_A_NUMBER', { text: '12O' }, { cell: 'F12' }), 'en').where // 'F12'
 */
export function describeFault(fault: Fault, language: Language): FaultText {
  const wording = faultWordings[fault.code]?.[language === 'en' ? 'en' : 'zh']
  const values = { ...fault.at, ...fault.params }
  return {
    where: describePlace(fault.at, language),
    what: wording ? fill(wording.what, values, language) : `${fault.code} ${JSON.stringify(fault.params)}`,
    remedy: wording ? fill(wording.remedy, values, language) : '',
  }
}

/** One line: place, what happened, what to do. */
export function faultLine(fault: Fault, language: Language): string {
  const { where, what, remedy } = describeFault(fault, language)
  const gap = language === 'en' ? ' ' : ''
  return `${where ? `${where}${language === 'en' ? ': ' : '：'}` : ''}${what}${remedy ? gap + remedy : ''}`
}

function fill(template: string, values: Readonly<Record<string, FaultParam | undefined>>, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => print(values[name], language))
}

function print(value: FaultParam | undefined, language: Language): string {
  if (value === undefined || value === null) return '—'
  if (Array.isArray(value)) return value.join(language === 'en' ? ', ' : '、')
  return String(value)
}

function describePlace(at: FaultPlace, language: Language): string {
  const zh = language !== 'en'
  const parts = [
    at.plugin,
    at.file && at.line !== undefined
      ? `${at.file}:${at.line}${at.column === undefined ? '' : `:${at.column}`}`
      : at.file,
    at.cell && (at.sheet ? `${at.sheet}!${at.cell}` : at.cell),
    at.unit && (zh ? `评价对象 ${at.unit}` : `unit ${at.unit}`),
    at.period && (zh ? `期 ${at.period}` : `period ${at.period}`),
    at.id ?? at.path,
  ]
  return parts.filter(Boolean).join(zh ? '，' : ', ')
}
