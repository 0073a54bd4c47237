import type { RouteReport, Standing, Waterfall } from '@plumbline/analysis'
import { describeFault, fillText } from '@plumbline/i18n'
import { roundHalfEven } from '@plumbline/kernel'
import { textTable } from '../output/table.ts'
import type { Terminal } from '../terminal.ts'

/** What the texts of an explanation need: names, digits, and the reader. */
export interface Telling {
  readonly name: (id: string | null) => string
  readonly digits: number
  readonly terminal: Terminal
}

/** Bars that are worth a line. */
const FEW = 12

const shownBy =
  (digits: number) =>
  (value: number): string =>
    roundHalfEven(value, digits).toFixed(digits)
const signed = (value: number, digits: number): string => `${value > 0 ? '+' : ''}${shownBy(digits)(value)}`

export function waterfallText(
  { baseline, score, bars }: Waterfall,
  of: string,
  { name, digits, terminal }: Telling,
): string {
  const { why } = terminal.texts.explain
  const shown = shownBy(digits)
  const largest = bars
    .filter(({ points }) => Math.abs(points) >= 10 ** -digits / 2)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const rest = largest.slice(FEW).reduce((sum, { points }) => sum + points, 0)
  const rows = largest
    .slice(0, FEW)
    .map(({ id, points, baselinePoints, ownPoints }) => [
      id === null ? why.jump : name(id),
      signed(points, digits),
      shown(baselinePoints),
      shown(ownPoints),
    ])
  const others =
    largest.length > FEW ? [[fillText(why.others, { count: largest.length - FEW }), signed(rest, digits), '', '']] : []
  return textTable(
    [
      { title: why.item, align: 'left' },
      { title: why.effect, align: 'right' },
      { title: why.theirs, align: 'right' },
      { title: why.own, align: 'right' },
    ],
    [[`${why.from} · ${of}`, shown(baseline), '', ''], ...rows, ...others, [why.to, shown(score), '', '']],
  )
}

export function standingText({ strengths, outlook }: Standing, { name, digits, terminal }: Telling): string {
  const { why } = terminal.texts.explain
  const shown = shownBy(digits)
  const list = (verdict: 'strength' | 'weakness'): string =>
    strengths
      .filter((one) => one.verdict === verdict && one.kind === 'indicator')
      .map(({ id, score, against }) => {
        const values = {
          score: shown(score),
          median: shown(against?.median ?? NaN),
          percent: `${Math.round((against?.share ?? 0) * 100)}%`,
        }
        return `  ${name(id)}  ${fillText(why.against, values)}\n`
      })
      .join('')
  const suppressed = strengths.every(({ verdict }) => verdict === 'suppressed')
  const { questions, score, grades, settled, openGates } = outlook
  const [next] = questions
  return [
    suppressed
      ? `${why.suppressed}\n`
      : `${why.strengths}\n${list('strength') || `  ${why.noStrengths}\n`}${why.weaknesses}\n${list('weakness') || `  ${why.noWeaknesses}\n`}`,
    `\n${why.outlook}\n`,
    next
      ? [
          score
            ? fillText(why.outlookLead, { count: questions.length, low: shown(score[0]), high: shown(score[1]) })
            : fillText(why.outlookNoScore, { count: questions.length }),
          settled
            ? fillText(why.outlookSettled, { grade: name(grades[0]) || why.noGrade })
            : fillText(why.outlookGrades, {
                low: name(grades[0]) || why.noGrade,
                high: name(grades[1]) || why.noGrade,
              }),
          ...(openGates.length > 0 ? [fillText(why.outlookGates, { list: openGates.map(name).join('; ') })] : []),
          fillText(why.nextQuestion, { name: name(next.id) }),
          fillText(why.nextQuestionWhy, {
            grades: roundHalfEven(next.gradesAfter, 1),
            width: shown(next.widthAfter),
          }),
        ]
          .map((line) => `  ${line}\n`)
          .join('')
      : `  ${why.complete}\n`,
  ].join('')
}

export function routesText(
  { target, gates, routes, reasons }: RouteReport,
  { name, digits, terminal }: Telling,
): string {
  const { why } = terminal.texts.explain
  const shown = shownBy(digits)
  if (target === null) return `${why.routesTop}\n`
  const raw = (value: number | null): string => (value === null ? why.missing : String(roundHalfEven(value, 6)))
  const gateLines = gates.map(({ id, cleared }) => `  ${name(id)}  ${why.gateCleared[cleared]}\n`)
  const routeLines = routes.map(
    ({ kind, method, steps, score, grade, effort, survivesOneFailure }) =>
      `\n${why.kind[kind]}  ${why.method[method]}\n` +
      steps
        .map((step, index) => {
          const values = { from: raw(step.from), to: raw(step.to) }
          const scores = { from: shown(step.fromScore), to: shown(step.toScore) }
          return `  ${index + 1}. ${name(step.id)}  ${fillText(why.change, values)}  ${fillText(why.scoreChange, scores)}  ${why.because[step.because]}\n`
        })
        .join('') +
      `  ${fillText(why.result, { score: shown(score), grade: name(grade) })}  ${fillText(why.effort, { points: shown(effort) })}` +
      `${kind === 'safest' ? `  ${survivesOneFailure ? why.survives : why.notSurvives}` : ''}\n`,
  )
  const reasonLines = reasons.map((reason) => {
    const { what, remedy } = describeFault(reason, terminal.language)
    return `  ${what}${remedy}\n`
  })
  return [
    `${fillText(why.routesLead, { grade: name(target) })}\n`,
    ...(gateLines.length > 0 ? [`${why.gates}\n`, ...gateLines] : []),
    ...(routes.length > 0
      ? routeLines
      : [`${why.noRoute}\n${fillText(why.noRouteText, { grade: name(target) })}\n`, ...reasonLines]),
  ].join('')
}
