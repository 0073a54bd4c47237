/** The result for people: one line a unit and period, best first, and what holds a grade down. */
import { fillText, uiMessages, type CliMessages, type Language } from '@plumbline/i18n'
import { publishedScore, type Display } from '@plumbline/kernel'
import type { Catalogue, Text } from '@plumbline/plugin-api'
import type { UnitOutput } from './score-json.ts'
import { textTable } from './table.ts'

export interface Reader {
  readonly language: Language
  readonly texts: CliMessages
}

export function scoreTable(catalogue: Catalogue, units: readonly UnitOutput[], { language, texts }: Reader): string {
  const say = saying(language)
  const gradeName = (id: string | null): string => {
    const grade = catalogue.grades.find((candidate) => candidate.id === id)
    return grade ? `${say(grade)} (${grade.id})` : texts.common.none
  }
  const rows = units
    .toSorted(bestFirst)
    .map((unit) => [
      unit.unit,
      unit.name,
      unit.period,
      unit.score === null ? texts.common.none : shownScore(unit.score, catalogue.display),
      gradeName(unit.grade),
      unit.rank === null ? texts.common.none : String(unit.rank),
      uiMessages[language].common.statusOf[unit.status],
      limits(unit, catalogue, { language, texts }),
    ])
  const { unit, name, period, score, grade, rank, status, limit } = texts.score.columns
  return textTable(
    [
      { title: unit, align: 'left' },
      { title: name, align: 'left' },
      { title: period, align: 'left' },
      { title: score, align: 'right' },
      { title: grade, align: 'left' },
      { title: rank, align: 'right' },
      { title: status, align: 'left' },
      { title: limit, align: 'left' },
    ],
    rows,
  )
}

/** As the standard prints it: rounded once, half to even, with all its digits: 70 as `70.00`, or as `0.700` on 0 to 1. */
export const shownScore = (score: number, display: Display): string =>
  publishedScore(score, display).toFixed(display.digits)

export const saying =
  (language: Language) =>
  (text: Text): string =>
    language === 'en' ? text.en : text.zh

function bestFirst(a: UnitOutput, b: UnitOutput): number {
  if (a.period !== b.period) return a.period < b.period ? 1 : -1
  return (a.rank ?? Infinity) - (b.rank ?? Infinity) || (b.score ?? -1) - (a.score ?? -1)
}

function limits(unit: UnitOutput, catalogue: Catalogue, { language, texts }: Reader): string {
  const say = saying(language)
  const gateText = (id: string): string => {
    const found = catalogue.gates.find(({ gate }) => gate.id === id)
    return found ? say(found) : id
  }
  if (unit.status !== 'graded') {
    const decisive = unit.gates.filter((id) => catalogue.gates.find(({ gate }) => gate.id === id)?.gate.kind !== 'cap')
    return decisive.map(gateText).join('; ')
  }
  const node = catalogue.nodes.find(({ id }) => id === unit.limitedBy)
  const basic = node ? [fillText(texts.score.limitedBy, { indicator: say(node) })] : []
  return [...basic, ...(unit.cappedBy === null ? [] : [gateText(unit.cappedBy)])].join('; ')
}
