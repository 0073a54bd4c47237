import { fillText, faultLine } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { differenceFault, lint, prepareCases, readCases, ruleOf, runCases, type LintReport } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { faultsOf, findPlugin, shownPath } from '../plugin/find.ts'
import { raisedTooLittle } from '../plugin/previous.ts'
import { inSandbox, type Prepare } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'
import { dataTable } from './data-file.ts'

/** `plumbline check`: every fault of a plugin by place, its golden cases recomputed, its version, and what the linter says. */
export const checkCommand: Command = {
  name: 'check',
  operands: [1, 1],
  options: { data: 'text', against: 'text' },
  texts: ({ check: texts }) => texts,
  run: (call, terminal) => inSandbox((prepare) => check(call, terminal, prepare)),
}

async function check(call: Call, terminal: Terminal, prepare: Prepare): Promise<Exit> {
  const { texts, out, language } = terminal
  try {
    const found = await findPlugin(call.operands[0] ?? '', terminal)
    const { plugin, directory } = found
    const name = shownPath(directory, terminal.directory)
    const file = await prepareCases(plugin, await readCases(directory, name), prepare)
    const table = await dataTable(call.text('data'), plugin, terminal)
    const differences = runCases(plugin, file)
    const faults = await raisedTooLittle(found, call.text('against'), { terminal, prepare })
    const data = table && (await prepare(plugin, table.dataset))
    const report = lint({ plugin, cases: file, name, ...(data && { data }) })
    const count = file.cases.length
    const summary = summaryOf(plugin, count)
    if (call.json)
      out(`${JSON.stringify({ plugin: plugin.ref, ...summary, faults, differences, ...lintJson(report) })}\n`)
    else {
      out(`${fillText(texts.check.usable, { id: plugin.ref.id, version: plugin.ref.version, ...summary })}\n`)
      out(`${fillText(texts.check.digest, { digest: plugin.ref.digest })}\n`)
      for (const difference of differences)
        for (const one of [differenceFault(difference), ...difference.causes]) out(`  ${faultLine(one, language)}\n`)
      out(`${casesLine(count, differences.length, terminal)}\n`)
      printLint(report, terminal)
    }
    if (faults.length > 0) printFaults(faults, terminal)
    return differences.length + faults.length === 0 ? Exit.ok : Exit.faults
  } catch (error) {
    const faults = faultsOf(error)
    if (faults === null) throw error
    printFaults(faults, terminal)
    if (call.json) out(`${JSON.stringify({ plugin: null, faults, differences: [] })}\n`)
    return Exit.faults
  }
}

interface Summary {
  readonly indicators: number
  readonly facts: number
  readonly gates: number
  readonly cases: number
}

function summaryOf({ catalogue }: LoadedPlugin, cases: number): Summary {
  const indicators = catalogue.nodes.filter((node) => node.kind === 'indicator').length
  return { indicators, facts: catalogue.facts.length, gates: catalogue.gates.length, cases }
}

function casesLine(cases: number, differences: number, { texts }: Terminal): string {
  if (cases === 0) return texts.check.casesNone
  return differences === 0
    ? fillText(texts.check.casesHold, { count: cases })
    : fillText(texts.check.casesDiffer, { count: differences })
}

const withRule = (warning: Fault): Fault & { readonly rule: string } => ({ rule: ruleOf(warning), ...warning })

const lintJson = ({ warnings, waived }: LintReport): object => ({
  warnings: warnings.map(withRule),
  waived: waived.map(({ warning, reason }) => ({ ...withRule(warning), reason })),
})

function printLint({ warnings, waived }: LintReport, { texts, out, language }: Terminal): void {
  for (const warning of warnings)
    out(`${texts.common.severity.warning} [${ruleOf(warning)}] ${faultLine(warning, language)}\n`)
  const counts = { warnings: warnings.length, waived: waived.length }
  if (counts.warnings + counts.waived > 0) out(`${fillText(texts.check.lint, counts)}\n`)
}
