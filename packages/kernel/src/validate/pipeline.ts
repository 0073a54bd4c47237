import { fault, type Fault } from '../errors.ts'
import type { Framework, IndicatorSpec } from '../framework.ts'
import { readsSample } from '../normalise/sample/spec.ts'
import { fills, settingsOf, suits } from '../pipeline/settings.ts'
import type { ImputeSpec, PipelineOverride, PipelineSpec, TreatSpec } from '../pipeline/spec.ts'
import type { ScreenLimits } from '../screen/availability.ts'
import type { Finding } from './finding.ts'
import { walk } from './walk.ts'

interface Known {
  /** Facts of type number. */
  readonly numbers: ReadonlySet<string>
  readonly branches: ReadonlySet<string>
}

/** Faults of the pipeline of the whole set and of what nodes say otherwise; paths end in `pipeline/<step>`. */
export function pipelineFaults(framework: Framework): readonly Fault[] {
  const { pipeline, root, facts } = framework
  const nodes = walk(root)
  const known: Known = {
    numbers: new Set(facts.filter(({ type }) => type === 'number').map(({ id }) => id)),
    branches: new Set(nodes.filter(({ node }) => node.kind === 'branch').map(({ node }) => node.id)),
  }
  const own = pipeline ? [...screenFindings(pipeline), ...stepFindings(pipeline, known)] : []
  return [
    ...own.map((found) => placedAt(found, 'pipeline')),
    ...nodes.flatMap(({ node, path }) => [
      ...(node.pipeline ? stepFindings(node.pipeline, known) : []).map((found) =>
        placedAt(found, `${path}/pipeline`, node.id),
      ),
      ...(node.kind === 'indicator' && node.pipeline ? suitFindings(node, node.pipeline) : []).map((found) =>
        placedAt(found, `${path}/pipeline`, node.id),
      ),
    ]),
    ...treatedFaults(framework),
  ]
}

const placedAt = ([code, params, field]: Finding, path: string, id?: string): Fault =>
  fault(code, params, { path: `${path}/${field}`, ...(id !== undefined && { id }) })

function screenFindings({ screen }: PipelineSpec): readonly Finding[] {
  const limits = (of: 'units' | 'indicators', { available, nonZero }: ScreenLimits = {}): readonly Finding[] => [
    ...inRange(available ?? 0, [0, 1], { option: 'available', field: `screen/${of}/available` }),
    ...inRange(nonZero ?? 0, [0, 1], { option: 'nonZero', field: `screen/${of}/nonZero` }),
  ]
  const both = (screen?.keep ?? []).filter((unit) => screen?.drop?.includes(unit))
  return [
    ...limits('units', screen?.units),
    ...limits('indicators', screen?.indicators),
    ...both.map((unit): Finding => ['SCREEN_KEPT_AND_DROPPED', { unit }, 'screen/keep']),
  ]
}

function stepFindings(
  { denominate, impute, treat }: PipelineOverride | PipelineSpec,
  known: Known,
): readonly Finding[] {
  const findings: Finding[] = []
  if (denominate && denominate !== 'none') {
    if (!known.numbers.has(denominate.by)) {
      findings.push(['PIPELINE_UNKNOWN_FACT', { fact: denominate.by, facts: [...known.numbers] }, 'denominate/by'])
    }
    findings.push(...positive('per', denominate.per, 'denominate/per'))
  }
  if (impute && impute !== 'none') findings.push(...impute.flatMap((spec, index) => imputeFindings(spec, index, known)))
  if (treat && treat !== 'none') findings.push(...treatFindings(treat))
  return findings
}

function imputeFindings(spec: ImputeSpec, index: number, { branches }: Known): readonly Finding[] {
  const field = `impute/${index}`
  const pillars = ('pillars' in spec ? spec.pillars : undefined) ?? []
  const k = spec.method === 'neighbours' ? spec.k : 1
  const most = 'ends' in spec ? (spec.most ?? 0) : 0
  return [
    ...pillars
      .filter((id) => !branches.has(id))
      .map((pillar): Finding => ['PIPELINE_UNKNOWN_PILLAR', { pillar, branches: [...branches] }, `${field}/pillars`]),
    ...(Number.isInteger(k) && k >= 1 ? [] : [['IMPUTE_NEIGHBOURS_COUNT', { k: String(k) }, `${field}/k`] as const]),
    ...inRange(most, [0, Infinity], { option: 'most', field: `${field}/most` }),
  ]
}

function treatFindings(treat: TreatSpec): readonly Finding[] {
  if ('transforms' in treat) return []
  return [
    ...inRange(treat.skewness ?? 0, [0, Infinity], { option: 'skewness', field: 'treat/skewness' }),
    ...inRange(treat.kurtosis ?? 0, [-Infinity, Infinity], { option: 'kurtosis', field: 'treat/kurtosis' }),
    ...(treat.steps ?? []).flatMap((step, index) =>
      step.method === 'winsorise'
        ? inRange(step.most, [0, Infinity], { option: 'most', field: `treat/steps/${index}/most` })
        : step.method === 'box-cox' && !Number.isFinite(step.lambda)
          ? [
              [
                'PREPARE_OPTION_FINITE',
                { option: 'lambda', value: String(step.lambda) },
                `treat/steps/${index}/lambda`,
              ] as const,
            ]
          : [],
    ),
  ]
}

/** A step that an indicator asks for itself, and that its normaliser cannot go with. */
function suitFindings(
  { normalise }: IndicatorSpec,
  { denominate, impute, treat }: PipelineOverride,
): readonly Finding[] {
  const unfit = (step: string): Finding => ['PIPELINE_STEP_UNFIT', { step, method: normalise.method }, step]
  return [
    ...(denominate && denominate !== 'none' && !suits('denominate', normalise) ? [unfit('denominate')] : []),
    ...(impute && impute !== 'none' && impute.some((spec) => !fills(spec, normalise)) ? [unfit('impute')] : []),
    ...(treat && treat !== 'none' && !suits('treat', normalise) ? [unfit('treat')] : []),
  ]
}

/** What is written in raw values and cannot be carried through a treatment that is fitted when the data are there. */
function treatedFaults(framework: Framework): readonly Fault[] {
  const paths = new Map(walk(framework.root).map(({ node, path }) => [node.id, path]))
  return (settingsOf(framework) ?? []).flatMap(({ spec: { id, normalise }, treat }) => {
    if (!treat || 'transforms' in treat || !readsSample(normalise)) return []
    const at = (field: string) => ({ id, path: `${paths.get(id) ?? 'tree'}/normalise/${field}` })
    return [
      ...(normalise.sample ? [fault('PIPELINE_FROZEN_TREATED', {}, at('sample'))] : []),
      ...(normalise.method === 'sigmoid' && normalise.scale !== undefined
        ? [fault('PIPELINE_SCALE_TREATED', {}, at('scale'))]
        : []),
    ]
  })
}

function inRange(
  value: number,
  [least, most]: readonly [number, number],
  { option, field }: { readonly option: string; readonly field: string },
): readonly Finding[] {
  return value >= least && value <= most
    ? []
    : [['PREPARE_OPTION_RANGE', { option, value: String(value), least: String(least), most: String(most) }, field]]
}

const positive = (option: string, value: number, field: string): readonly Finding[] =>
  value > 0 && Number.isFinite(value) ? [] : [['PREPARE_OPTION_POSITIVE', { option, value: String(value) }, field]]
