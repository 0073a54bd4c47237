import { fillText } from '@plumbline/i18n'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Options } from '../arguments.ts'
import { readCases } from '../cases/read.ts'
import { runCases, type CaseDifference } from '../cases/run.ts'
import { Exit } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { faultsOf, findPlugin, shownPath } from '../plugin/find.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline check`: every fault of a plugin by file, line and column, and its golden cases recomputed. */
export async function check(argument: string, { json }: Options, terminal: Terminal): Promise<Exit> {
  const { texts, out } = terminal
  try {
    const { plugin, directory } = await findPlugin(argument, terminal)
    const cases = await readCases(directory, shownPath(directory, terminal.directory))
    const differences = runCases(plugin, cases)
    const summary = summaryOf(plugin, cases.length)
    if (json) out(`${JSON.stringify({ plugin: plugin.ref, ...summary, faults: [], differences })}\n`)
    else {
      out(`${fillText(texts.checkSummary, { id: plugin.ref.id, version: plugin.ref.version, ...summary })}\n`)
      out(`${fillText(texts.checkDigest, { digest: plugin.ref.digest })}\n`)
      for (const difference of differences) out(`${differenceLine(difference, terminal)}\n`)
      out(`${casesLine(cases.length, differences.length, terminal)}\n`)
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

const differenceLine = ({ case: name, item, expected, actual }: CaseDifference, { texts }: Terminal): string =>
  fillText(texts.caseDifference, { case: name, item, expected, actual })

function casesLine(cases: number, differences: number, { texts }: Terminal): string {
  if (cases === 0) return texts.casesNone
  return differences === 0
    ? fillText(texts.casesHold, { count: cases })
    : fillText(texts.casesDiffer, { count: differences })
}
