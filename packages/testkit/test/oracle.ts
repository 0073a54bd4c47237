/**
 * An oracle for the size of a change, apart from everything it checks: its own small scorer, written from the published
 * rules, reads the manifest's YAML and recomputes a dense lattice of inputs under both versions.
 *
 * - major: some input that the older version takes gives another result, or is refused;
 * - minor: no result differs, but the newer version takes inputs that the older one refuses;
 * - patch: neither, but the files differ. none: they do not.
 */
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import type { RawBranch, RawCondition, RawLeaf, RawManifest, RawRoot } from './raw.ts'

type Raw = number | null | 'N/A'
interface Input {
  readonly group: string | null
  readonly facts: Readonly<Record<string, number>>
  readonly values: Readonly<Record<string, Raw>>
  readonly evidence: Readonly<Record<string, string>>
}

export function oracle(before: string, after: string): 'none' | 'patch' | 'minor' | 'major' {
  const [a, b] = [parse(before) as RawManifest, parse(after) as RawManifest]
  const inputs = lattice()
  for (const input of inputs) {
    const old = result(a, input)
    if (old !== 'refused' && !isDeepStrictEqual(old, result(b, input))) return 'major'
  }
  const offers = offersOf(a, b)
  const takes = (manifest: RawManifest) => offers.filter((offer) => accepts(manifest, offer))
  if (takes(a).some((offer) => !takes(b).includes(offer))) return 'major'
  if (takes(b).some((offer) => !takes(a).includes(offer))) return 'minor'
  const content = (manifest: RawManifest) => ({ ...manifest, version: '', changes: null })
  return isDeepStrictEqual(content(a), content(b)) ? 'none' : 'patch'
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

/** Every combination of a fine grid of the four indicators with blanks and N/A; facts and groups go round. */
function lattice(): readonly Input[] {
  const uptimes: Raw[] = [...range(89, 101, 0.5), 94.99, 95.01, null, 'N/A']
  const waits: Raw[] = [...range(0, 32, 2), 9.5, null, 'N/A']
  const plans: Raw[] = [0, 1, 2, null, 'N/A']
  const audits: Raw[] = [0, 1, null, 'N/A']
  const facts = [0, 0, 1, 2, 3, 4]
  const groups = ['L', 'S', null]
  const inputs: Input[] = []
  for (const uptime of uptimes)
    for (const waiting of waits)
      for (const plan of plans)
        for (const audit of audits) {
          const at = inputs.length
          const values = { uptime, waiting, plan, audit }
          inputs.push({ group: groups[at % 3] ?? null, facts: { accidents: facts[at % 6] ?? 0 }, values, evidence: {} })
        }
  return inputs
}

/** What else may be handed in: a kind of evidence for an indicator, a peer group, a fact. */
const offersOf = (a: RawManifest, b: RawManifest): readonly string[] => [
  ...new Set(
    [a, b].flatMap((manifest) => [
      ...leavesOf(manifest).flatMap((leaf) => leaf.evidence.map((kind) => `evidence ${leaf.id} ${kind}`)),
      ...(manifest.groups ?? []).map(({ id }) => `group ${id}`),
      ...(manifest.facts ?? []).map(({ id }) => `fact ${id}`),
      ...(manifest.evidenceKinds ?? []).map(({ id }) => `kind ${id}`),
    ]),
  ),
]

function accepts(manifest: RawManifest, offer: string): boolean {
  const [kind, first, second] = offer.split(' ')
  if (kind === 'evidence')
    return leavesOf(manifest).some(({ id, evidence }) => id === first && evidence.includes(second ?? ''))
  if (kind === 'kind') return manifest.evidenceKinds.some(({ id }) => id === first)
  return (kind === 'group' ? manifest.groups : manifest.facts).some(({ id }) => id === first)
}

const leavesOf = ({ tree }: RawManifest): readonly RawLeaf[] => tree.children.flatMap(({ children }) => children)

/** The published result of one input: score printed as the standard says, scores of branches, grade, gates. */
function result(manifest: RawManifest, input: Input): unknown {
  for (const leaf of leavesOf(manifest)) {
    const raw = input.values[leaf.id]
    if (raw === 'N/A' && !leaf.notApplicableWhen) return 'refused'
  }
  if (input.group !== null && !manifest.groups.some(({ id }) => id === input.group)) return 'refused'
  const scores = new Map<string, Part>()
  const root = evaluate(manifest, manifest.tree, input, scores)
  const score = root.kind === 'score' ? grid(root.value) : null
  const gates = manifest.gates.filter(
    ({ when, groups }) => (!groups || groups.includes(input.group)) && holds(manifest, when, input),
  )
  const vetoed = gates.some(({ kind }) => kind === 'veto')
  const printed = score === null ? null : halfEven(score, manifest.display?.digits ?? 2)
  const parts = [...scores].map(([id, part]) => [
    id,
    part.kind === 'score' || part.kind === 'zero' ? grid(part.value) : part.kind,
  ])
  const fired = gates.map(({ id }) => id).sort()
  if (vetoed || score === null) return { printed, score, parts: Object.fromEntries(parts), fired, grade: null, vetoed }
  const lines = manifest.grades
  let place = lines.findLastIndex(({ min }) => score >= min)
  while (place > 0 && !basicMet(manifest, lines[place]?.id ?? '', scores)) place--
  for (const gate of gates)
    if (gate.kind === 'cap')
      place = Math.min(
        place,
        lines.findIndex(({ id }) => id === gate.maxGrade),
      )
  return { printed, score, parts: Object.fromEntries(parts), fired, grade: lines[place]?.id ?? null, vetoed }
}

interface Part {
  readonly kind: 'score' | 'zero' | 'excluded' | 'n/a' | 'none'
  readonly value: number
  readonly coverage: number
}

function evaluate(
  manifest: RawManifest,
  node: RawRoot | RawBranch | RawLeaf,
  input: Input,
  scores: Map<string, Part>,
): Part {
  const part = 'children' in node ? branch(manifest, node, input, scores) : leafPart(manifest, node, input)
  scores.set(node.id, part)
  return part
}

function leafPart(manifest: RawManifest, leaf: RawLeaf, input: Input): Part {
  const raw = input.values[leaf.id] ?? null
  if (raw === 'N/A') return { kind: 'n/a', value: 0, coverage: 0 }
  if (raw !== null) return { kind: 'score', value: scale(leaf.normalise, raw), coverage: 1 }
  const policy = leaf.missing ?? manifest.missing ?? 'zero'
  return { kind: policy === 'zero' ? 'zero' : policy === 'exclude' ? 'excluded' : 'none', value: 0, coverage: 0 }
}

function branch(manifest: RawManifest, node: RawRoot | RawBranch, input: Input, scores: Map<string, Part>): Part {
  const parts = node.children.map((child: RawBranch | RawLeaf) => ({
    weight: child.weight,
    part: evaluate(manifest, child, input, scores),
  }))
  const applicable = parts.filter(({ part }) => part.kind !== 'n/a')
  if (applicable.length === 0) return { kind: 'n/a', value: 0, coverage: 0 }
  const minimum = node.aggregate?.method === 'minimum'
  const weigh = (list: readonly { weight: number }[]): number =>
    list.reduce((sum, { weight }) => sum + (minimum ? 1 : weight), 0)
  const covered = applicable.reduce((sum, { weight, part }: Node) => sum + (minimum ? 1 : weight) * part.coverage, 0)
  const coverage = covered / weigh(applicable)
  if (grid(coverage) < (node.minCoverage ?? 0)) return { kind: 'none', value: 0, coverage }
  if (applicable.some(({ part }) => part.kind === 'none')) return { kind: 'none', value: 0, coverage }
  const counted = applicable.filter(({ part }) => part.kind !== 'excluded')
  if (counted.length === 0) return { kind: 'none', value: 0, coverage }
  const total = weigh(counted)
  const shares = counted.map(({ weight, part }) => [weight / total, part.value] as const)
  return {
    kind: 'score',
    value: Math.min(100, Math.max(0, combine(node.aggregate?.method ?? 'arithmetic', shares))),
    coverage,
  }
}

function combine(method: string, shares: readonly (readonly [number, number])[]): number {
  const values = shares.map(([, value]) => value)
  if (method === 'minimum') return Math.min(...values)
  if (method === 'geometric')
    return values.includes(0) ? 0 : Math.exp(shares.reduce((sum, [w, v]) => sum + w * Math.log(v), 0))
  if (method === 'harmonic') return values.includes(0) ? 0 : 1 / shares.reduce((sum, [w, v]) => sum + w / v, 0)
  return shares.reduce((sum, [w, v]) => sum + w * v, 0)
}

function scale(rule: RawLeaf['normalise'], raw: number): number {
  if (rule.method === 'boolean') return raw === 1 ? rule.whenTrue : rule.whenFalse
  if (rule.method === 'goalposts')
    return Math.min(100, Math.max(0, (100 * (raw - rule.worst)) / (rule.best - rule.worst)))
  const { points } = rule
  if (rule.method === 'level-map') return points.find(([level]) => level === raw)?.[1] ?? 0
  const next = points.findIndex(([x]) => x >= raw)
  const [from, to] = [points[next < 0 ? points.length - 1 : next - 1], points[next]]
  if (!from || !to) return (from ?? to)?.[1] ?? 0
  return from[1] + ((to[1] - from[1]) * (raw - from[0])) / (to[0] - from[0])
}

/** A blank leaf that counts as 0 counts against its unit in a cap; a comparison with N/A is false. */
function holds(manifest: RawManifest, when: RawCondition, input: Input): boolean {
  const raw = when.fact ? input.facts[when.fact] : input.values[when.leaf ?? '']
  if (raw === 'N/A' || raw === undefined) return false
  if (raw === null) {
    const leaf = leavesOf(manifest).find(({ id }) => id === when.leaf)
    return (leaf?.missing ?? manifest.missing ?? 'zero') === 'zero'
  }
  const value = Number(when.value)
  return {
    '<': raw < value,
    '<=': raw <= value,
    '>': raw > value,
    '>=': raw >= value,
    '==': raw === value,
    '!=': raw !== value,
  }[when.op]
}

/** Every basic indicator that applies has the score that the grade asks for. */
function basicMet(manifest: RawManifest, grade: string, scores: ReadonlyMap<string, Part>): boolean {
  const line = (manifest.basicRule ?? []).find((one) => one.grade === grade)
  if (!line) return true
  return leavesOf(manifest)
    .filter(({ basic }) => basic)
    .every(({ id }) => {
      const part = scores.get(id)
      return !part || part.kind === 'n/a' || part.kind === 'excluded' || grid(part.value) >= line.min
    })
}

const grid = (value: number): number => Math.round(value * 1e7) / 1e7

function halfEven(value: number, digits: number): number {
  const scaled = grid(value * 10 ** digits)
  const floor = Math.floor(scaled)
  const half = Math.abs(scaled - floor - 0.5) < 1e-6
  return (half ? floor + (floor % 2) : Math.round(scaled)) / 10 ** digits
}
