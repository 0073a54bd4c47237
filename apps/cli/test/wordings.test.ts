/** The sentences of the importer with real faults in them, and the help, in both languages. */
import { cliMessages, describeFault } from '@plumbline/i18n'
import { readDataFile } from '@plumbline/intake'
import { describe, expect, it } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { commandHelpText, helpText } from '../src/help.ts'
import { sampleOf } from './samples.ts'

describe('a sentence about a data file', () => {
  const header =
    'unit,period,group,ai-investment-intensity,data-readiness,standard-participation,falsified-evidence,serious-dishonesty'
  const files = [
    `${header}\n,2025年度,,12O,9,85%,N/A,maybe\nA,,x,约30,#N/A,30-40,-1,2\nB,2025,,2025-01-02,-,12分,x,1\nB,2025,,"1,2345",1,1e999,0,1\nC,2025\n`,
    `${header},,数据就绪,AI投入强度（万元）,完全无关,data-readiness\nA,2025,,1,1,1,0,0,多余,1,1,1\n`,
    `${header}\nA,2025,,-1,1,99999,0,0\n`,
    `name,ai-investment-intensity\nA,1\n`,
    `${header}\n"A,2025\n`,
    `${header}\n`,
    '',
  ]

  it.each(files)('has a value in every place: %j', async (text) => {
    const { catalogue } = (await sampleOf('ai-core')).plugin
    const { faults } = await readDataFile({ name: 'x.csv', bytes: new TextEncoder().encode(text) }, catalogue, {
      corrections: [{ cell: 'ZZ99', value: '' }],
    })
    expect(faults.length).toBeGreaterThan(0)
    for (const found of faults) {
      for (const language of ['zh-CN', 'en'] as const) {
        const { what, remedy } = describeFault(found, language)
        expect(`${found.code}: ${what}${remedy}`).not.toMatch(/—|\{/)
      }
    }
  })
})

describe('the help', () => {
  const words = (text: string): readonly string[] => [...new Set(text.match(/--[a-z]+|plumbline [a-z]+/g))].sort()

  it('is the same in both languages', () => {
    expect(words(helpText(commands, cliMessages['zh-CN']))).toEqual(words(helpText(commands, cliMessages.en)))
  })

  it.each(commands)('of $name says every option that it has, in both languages', (command) => {
    for (const messages of Object.values(cliMessages)) {
      const { options } = command.texts(messages)
      const kinds = Object.entries(options).map(([name, { value }]) => [name, value === '' ? 'flag' : 'text'])
      expect(Object.fromEntries(kinds)).toEqual(command.options)
      expect(commandHelpText(command, messages)).toContain(command.name)
    }
  })
})

it('gives an option one meaning in all commands', () => {
  const kinds = new Map<string, string>()
  for (const { options } of commands) {
    for (const [option, kind] of Object.entries(options)) {
      expect(kinds.get(option) ?? kind).toBe(kind)
      kinds.set(option, kind)
    }
  }
})
