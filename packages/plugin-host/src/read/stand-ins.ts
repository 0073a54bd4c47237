import { isRecord, valueAt, type Path } from './path.ts'

export interface StandIn {
  readonly at: Path
  /** undefined: take the key away. */
  readonly value: unknown
}

interface Broken {
  readonly root: unknown
  /** What is replaced: the part of the path that the rule's pattern covers. */
  readonly at: Path
}

/** The first pattern that fits a path, written with slashes, says how much of it is replaced, and by what. */
const RULES: readonly (readonly [RegExp, (broken: Broken) => unknown])[] = [
  [/\/(zh|en)$/, () => '—'],
  [/^uses\/[^/]+/, () => '*'],
  [/^(tree\/.*?\b)?pipeline\/\w+/, () => undefined],
  [/^(tree\/.*?\b)?pipeline$/, () => undefined],
  [
    /^(uses|ladders|sources|evidenceKinds|groups|basicRule|standard|coreBindings|keyProcesses|modelledOn|subject|inputs|params)\b/,
    () => undefined,
  ],
  [/^tree\/.*?\b(inputs|value|notApplicable)\b/, () => undefined],
  [/^gates\/\d+\/(groups|lookbackMonths)\b/, () => undefined],
  [/^(facts|grades)\/\d+/, namedElement],
  [/^gates\/\d+\/when/, neverHolds],
  [/^gates\/\d+/, (broken) => ({ id: idAt(broken), kind: 'veto', when: neverHolds(broken), ...TEXT })],
  [/^(facts|grades|gates)$/, () => undefined],
  [/^unitOfAssessment\b/, () => ({ kind: 'unit', ...TEXT, periodMonths: 12 })],
  [/^display\b/, () => undefined],
  [/^tree$/, (broken) => ({ id: 'root', ...TEXT, children: [leaf(broken)] })],
  [/^tree\/.*?\bnormalise\b/, normaliser],
  [/^tree\/.*?\baggregate\b/, () => ({ method: 'arithmetic' })],
  [/^tree\/.*?\bevidence\b/, () => ['unknown']],
  [/\bchildren$/, (broken) => [leaf(broken)]],
  [/\bchildren\/\d+$/, leaf],
  [/\b(title|unit|calc)$/, () => TEXT],
  [/^publisher$/, () => '—'],
  [/\bid$/, idOf],
  [/\bweight$/, () => 0],
  [/\btype$/, () => 'number'],
  [/\bdirection$/, () => 'positive'],
  [/\bsource$/, () => 'unknown'],
  [/^apiVersion$/, () => 'plumbline/v1'],
  [/^kind$/, () => 'IndicatorPlugin'],
  [/^version$/, () => '0.0.0'],
  [/^kernel$/, () => '*'],
  [/^semantics$/, () => 1],
  [/^status$/, () => 'draft'],
]

/** What to put where the schema refuses something; optional keys are taken away. */
export function standInFor(root: unknown, path: Path): StandIn {
  const written = path.join('/')
  for (const [pattern, make] of RULES) {
    const fits = pattern.exec(written)
    if (!fits) continue
    const at = path.slice(0, written.slice(0, fits.index + fits[0].length).split('/').length)
    return { at, value: make({ root, at }) }
  }
  return { at: path, value: undefined }
}

const TEXT = { zh: '—', en: '—' }

function leaf({ at }: Broken): unknown {
  return {
    id: idOf({ at }),
    ...TEXT,
    type: 'number',
    unit: TEXT,
    direction: 'positive',
    weight: 1,
    normalise: { method: 'goalposts', worst: 0, best: 100 },
    calc: TEXT,
    source: 'unknown',
    evidence: ['unknown'],
  }
}

/** A fact or a grade: named elsewhere in the manifest, so a broken one stays under its id. */
function namedElement(broken: Broken): unknown {
  const kind = broken.at[0] === 'facts' ? { type: 'number' } : { min: Number(broken.at[1]) }
  return { id: idAt(broken), ...TEXT, ...kind }
}

function normaliser({ root, at }: Broken): unknown {
  const indicator = valueAt(root, at.slice(0, -1))
  const falling = isRecord(indicator) && indicator['direction'] === 'negative'
  return falling ? { method: 'goalposts', worst: 100, best: 0 } : { method: 'goalposts', worst: 0, best: 100 }
}

/** A condition that nothing in the manifest can contradict: the root's score below 0. */
function neverHolds({ root }: Broken): unknown {
  const id = valueAt(root, ['tree', 'id'])
  return { node: typeof id === 'string' ? id : 'root', op: '<', value: 0 }
}

function idAt({ root, at }: Broken): string {
  const id = valueAt(root, [...at, 'id'])
  return typeof id === 'string' ? id : idOf({ at })
}

function idOf({ at }: Pick<Broken, 'at'>): string {
  return `x-${at.join('-').toLowerCase()}`
}
