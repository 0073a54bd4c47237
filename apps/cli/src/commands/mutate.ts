import { describeFault, faultLine, fillText } from '@plumbline/i18n'
import { mutate as mutateStandard, prepareCases } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { findVersion } from '../plugin/find-version.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import { refusing } from '../refusing.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline mutate`: which rules of a standard no golden case protects, and the case that would. */
export const mutateCommand: Command = {
  name: 'mutate',
  operands: [1, 1],
  options: {},
  texts: ({ mutate: texts }) => texts,
  run: refusing(mutate),
}

async function mutate({ operands: [argument = ''], json }: Call, terminal: Terminal): Promise<Exit> {
  const { texts, out, language } = terminal
  const { plugin, cases: written } = await findVersion(argument, terminal)
  const file = await prepareCases(plugin, written, withPrograms)
  const report = mutateStandard(plugin, file)
  const { mutants, killed, equivalent, survived } = report
  if (json) out(`${JSON.stringify({ plugin: plugin.ref, cases: file.cases.length, ...report })}\n`)
  else {
    for (const { fault, suggestion } of survived)
      out(`${faultLine(fault, language)}\n  ${describeFault(suggestion, language).what}\n`)
    for (const fault of equivalent) out(`${faultLine(fault, language)}\n`)
    if (file.cases.length === 0) out(`${texts.mutate.none}\n`)
    const counts = { mutants, killed, survived: survived.length, equivalent: equivalent.length }
    out(`${fillText(texts.mutate.counts, counts)}\n`)
    if (survived.length === 0) out(`${texts.mutate.allProtected}\n`)
  }
  return survived.length === 0 ? Exit.ok : Exit.faults
}
