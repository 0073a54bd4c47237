import { faultLine, fillText } from '@plumbline/i18n'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { differenceFault, readCases, runCases } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { faultsOf, findPlugin, shownPath } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline check`: every fault of a plugin by file, line and column, and its golden cases recomputed. */
export const checkCommand: Command = {
  name: 'check',
  operands: [1, 1],
  options: {},
  texts: ({ check: texts }) => texts,
  run: check,
}

async function check({ operands: [argument = ''], json }: Call, terminal: Terminal): Promise<Exit> {
  const { texts, out, language } = terminal
  try {
    const { plugin, directory } = await findPlugin(argument, terminal)
    const file = await readCases(directory, shownPath(directory, terminal.directory))
    const differences = runCases(plugin, file)
    const count = file.cases.length
    const summary = summaryOf(plugin, count)
    if (json) out(`${JSON.stringify({ plugin: plugin.ref, ...summary, faults: [], differences })}\n`)
    else {
      out(`${fillText(texts.check.usable, { id: plugin.ref.id, version: plugin.ref.version, ...summary })}\n`)
      out(`${fillText(texts.check.digest, { digest: plugin.ref.digest })}\n`)
      for (const difference of differences) out(`  ${faultLine(differenceFault(difference), language)}\n`)
      out(`${casesLine(count, differences.length, terminal)}\n`)
    }
    return differences.length === 0 ? Exit.ok : Exit.faults
  } catch (error) {
    const faults = faultsOf(error)
    if (faults === null) throw error
    printFaults(faults, terminal)
    if (json) out(`${JSON.stringify({ plugin: null, faults, differences: [] })}\n`)
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
