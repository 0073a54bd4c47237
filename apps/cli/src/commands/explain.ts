import { inlineAnalyst, type AskedBaseline } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { routesText, standingText, waterfallText, type Telling } from '../analysis/explain-text.ts'
import { findUnit } from '../analysis/find-unit.ts'
import { headText, namer, provenanceOf, provenanceText } from '../analysis/head.ts'
import { loadForAnalysis, type Loaded } from '../analysis/load.ts'
import { listOption } from '../analysis/numbers.ts'
import { reported } from '../analysis/reported.ts'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

const BASELINES = ['full-marks', 'peer-median', 'next-grade', 'previous'] as const

/** `plumbline explain`: where a unit's points are, what stands out, what is open, and how to rise. */
export const explainCommand: Command = {
  name: 'explain',
  operands: [3, 3],
  options: { period: 'text', 'as-of': 'text', baseline: 'text', target: 'text', lock: 'text', assume: 'text' },
  texts: ({ explain: texts }) => texts,
  run: reported(explain),
}

async function explain(call: Call, terminal: Terminal): Promise<Exit> {
  const kind = baselineOf(call, terminal)
  const loaded = await loadForAnalysis(call, terminal)
  const { input, plugin } = loaded
  const { names, period } = loaded
  const row = findUnit({ units: input.dataset.units, names, period }, call.operands[2] ?? '', terminal)
  const at = { input, row }
  const target = call.text('target')
  const standing = await inlineAnalyst.ask({ kind: 'standing', ...at })
  const waterfall = await inlineAnalyst.ask({
    kind: 'waterfall',
    ...at,
    baseline: askedBaseline(kind, { loaded, row }, terminal),
  })
  const options = {
    locked: listOption(call, 'lock'),
    assumeCleared: listOption(call, 'assume'),
    ...(target === null ? {} : { target }),
  }
  const routes = await inlineAnalyst.ask({ kind: 'routes', ...at, options })
  const unit = { unit: input.dataset.units[row] ?? '', name: loaded.names[row] ?? '' }
  if (call.json) {
    const told = { baseline: kind, waterfall, ...standing, routes }
    terminal.out(`${JSON.stringify({ ...provenanceOf(loaded), ...unit, ...told })}\n`)
    return Exit.ok
  }
  const { why } = terminal.texts.explain
  const telling: Telling = { name: namer(loaded, terminal), digits: plugin.catalogue.digits, terminal }
  terminal.out(
    [
      headText(loaded, terminal),
      `${unit.unit}  ${unit.name}\n`,
      `\n${why.title}\n`,
      waterfallText(waterfall, why.baselineOf[kind], telling),
      `\n${why.standing}\n`,
      standingText(standing, telling),
      `\n${why.routes}\n`,
      routesText(routes, telling),
      `\n${provenanceText(loaded, terminal)}`,
    ].join(''),
  )
  return Exit.ok
}

type BaselineKind = (typeof BASELINES)[number]

function baselineOf(call: Call, { texts }: Terminal): BaselineKind {
  const asked = call.text('baseline') ?? 'full-marks'
  const found = BASELINES.find((kind) => kind === asked)
  if (found) return found
  throw new UsageError(fillText(texts.explain.baselineUnknown, { baseline: asked, baselines: BASELINES.join(', ') }))
}

function askedBaseline(
  kind: BaselineKind,
  { loaded: { input, previous }, row }: { readonly loaded: Loaded; readonly row: number },
  { texts }: Terminal,
): AskedBaseline {
  if (kind !== 'previous') return { kind }
  const before = previous?.dataset.units.indexOf(input.dataset.units[row] ?? '') ?? -1
  if (!previous || before < 0) throw new UsageError(texts.explain.noPrevious)
  return { kind: 'row', other: { input: previous, row: before } }
}
