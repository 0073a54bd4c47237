import { faultLine, fillText } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import { differenceFault, prepareCases, runCases } from '@plumbline/testkit'
import type { Call, Command } from '../command.ts'
import { Exit } from '../exit.ts'
import { wholeNumber } from '../option.ts'
import { findVersion } from '../plugin/find-version.ts'
import { inSandbox, type Prepare } from '../plugin/with-programs.ts'
import { refusing } from '../refusing.ts'
import type { Terminal } from '../terminal.ts'

/** `plumbline test`: golden cases, those that came with a packed version too, and the laws that follow from the manifest. */
export const testCommand: Command = {
  name: 'test',
  operands: [1, 1],
  options: { runs: 'text', seed: 'text' },
  texts: ({ test: texts }) => texts,
  run: refusing((call, terminal) => inSandbox((prepare) => test(call, terminal, prepare))),
}

/** Findings of one law that are printed; `--json` has all. */
const SHOWN = 3

async function test(call: Call, terminal: Terminal, prepare: Prepare): Promise<Exit> {
  const runs = wholeNumber(call, 'runs', { fallback: 50, terminal })
  const seed = wholeNumber(call, 'seed', { fallback: 1, terminal })
  const { plugin, cases: written } = await findVersion(call.operands[0] ?? '', terminal)
  const file = await prepareCases(plugin, written, prepare)
  const differences = runCases(plugin, file)
  const { checkProperties, checkPrograms } = await import('@plumbline/testkit/properties')
  const programs = await checkPrograms(plugin, { runs, seed, prepare })
  const properties = [...(programs ? [programs] : []), ...checkProperties(plugin, { runs, seed })]
  const broken = properties.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'))
  const count = differences.length + broken.length

  if (call.json) {
    const cases = { count: file.cases.length, differences }
    terminal.out(`${JSON.stringify({ plugin: plugin.ref, seed, cases, properties })}\n`)
  } else {
    const texts = terminal.texts.test
    const { id, version } = plugin.ref
    const unlike = differences.flatMap((one) => [differenceFault(one), ...one.causes])
    if (file.cases.length === 0) terminal.out(`${texts.casesNone}\n`)
    else print(fillText(texts.casesHead, { count: file.cases.length }), unlike, terminal)
    const names: Readonly<Record<string, string>> = texts.property
    for (const { property, findings } of properties) print(names[property] ?? property, findings, terminal)
    if (programs) terminal.out(`${texts.programsLeftOut}\n`)
    terminal.out(`${fillText(texts.ran, { runs, seed })}\n`)
    terminal.out(`${fillText(count === 0 ? texts.summaryHold : texts.summaryBroken, { id, version, count })}\n`)
  }
  return count === 0 ? Exit.ok : Exit.faults
}

function print(head: string, findings: readonly Fault[], { texts: { test: texts }, out, language }: Terminal): void {
  const verdict = findings.some(({ severity }) => severity === 'error')
    ? texts.broken
    : findings.length > 0
      ? texts.priced
      : texts.held
  out(`${head}${language === 'en' ? ': ' : '：'}${verdict}\n`)
  for (const finding of findings.slice(0, SHOWN)) out(`  ${faultLine(finding, language)}\n`)
  if (findings.length > SHOWN) out(`${fillText(texts.more, { count: findings.length - SHOWN })}\n`)
}
