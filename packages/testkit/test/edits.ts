/** Edits of the small standard, made by chance: texts, vocabulary and rules, of every size. */
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import type { RawLeaf, RawManifest } from './raw.ts'

type Draft = RawManifest

export interface Edit {
  readonly name: string
  readonly manifest: string
}

const LEAVES = ['uptime', 'waiting', 'plan', 'audit']

function leafOf({ tree }: Draft, id: string): RawLeaf {
  const found = tree.children.flatMap(({ children }) => children).find((leaf) => leaf.id === id)
  if (!found) throw new Error(`no leaf ${id}`)
  return found
}

/** Something that the small standard has. */
function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the small standard has changed')
  return thing
}

const word = fc.constantFrom('renewed', 'revised', 'clarified', 'reworded')
const step = fc.constantFrom(-0.1, -0.05, 0.05, 0.1)
const leaf = fc.constantFrom(...LEAVES)

type Kind = fc.Arbitrary<readonly [name: string, apply: (draft: Draft) => void]>

const kinds: Kind[] = [
  fc
    .tuple(leaf, word)
    .map(([id, text]) => [`English name of ${id}`, (draft) => void (leafOf(draft, id).en += ` ${text}`)]),
  fc
    .tuple(leaf, word)
    .map(([id, text]) => [`English rule of ${id}`, (draft) => void (leafOf(draft, id).calc.en += ` ${text}`)]),
  word.map((text) => ['English of a gate', (draft) => void (there(draft.gates[0]).en += ` ${text}`)]),
  word.map((text) => ['English of a grade', (draft) => void (there(draft.grades[1]).en += ` ${text}`)]),
  word.map(() => ['Chinese title', (draft) => void (draft.title.zh = '小标准（修订）')]),
  word.map(() => ['publisher', (draft) => void (draft.publisher = 'others')]),
  leaf.map((id) => [
    `declared wording of ${id}`,
    (draft) => {
      leafOf(draft, id).calc.zh += '（按月）'
      draft.changes = { since: '1.0.0', editorial: [{ items: [id], reason: 'clearer', reviewers: ['a', 'b'] }] }
    },
  ]),
  fc
    .nat(1)
    .map((branch) => [
      `order below branch ${branch}`,
      (draft) => void there(draft.tree.children[branch]).children.reverse(),
    ]),
  leaf.map((id) => [
    `more evidence for ${id}`,
    (draft) => {
      draft.evidenceKinds.push({ id: 'report', zh: '报告', en: 'Report', form: 'file' })
      leafOf(draft, id).evidence.push('report')
    },
  ]),
  word.map(() => [
    'a fact more',
    (draft) => void draft.facts.push({ id: 'fines', type: 'number', zh: '罚款', en: 'Fines' }),
  ]),
  word.map(() => ['a group more', (draft) => void draft.groups.push({ id: 'M', zh: '中型', en: 'Medium' })]),
  word.map(() => ['a group less', (draft) => void draft.groups.pop()]),
  fc.tuple(fc.nat(2), step).map(([at, by]) => [
    `weights ${at} by ${by}`,
    (draft) => {
      const siblings = at === 2 ? draft.tree.children : there(draft.tree.children[at]).children
      there(siblings[0]).weight = Number((there(siblings[0]).weight + by).toFixed(2))
      there(siblings[1]).weight = Number((there(siblings[1]).weight - by).toFixed(2))
    },
  ]),
  fc
    .constantFrom(-1, -0.5, 0.5, 1)
    .map((by) => [`best of uptime by ${by}`, (draft) => void (leafOf(draft, 'uptime').normalise.best += by)]),
  fc
    .constantFrom(-5, -2, 2, 5)
    .map((by) => [
      `a point of waiting by ${by}`,
      (draft) => void (there(leafOf(draft, 'waiting').normalise.points[1])[1] += by),
    ]),
  fc
    .constantFrom(-10, 5, 20)
    .map((by) => [
      `a level of plan by ${by}`,
      (draft) => void (there(leafOf(draft, 'plan').normalise.points[1])[1] += by),
    ]),
  fc
    .constantFrom(0, 10, 30)
    .map((to) => [`audit failed scores ${to}`, (draft) => void (leafOf(draft, 'audit').normalise.whenFalse = to)]),
  fc
    .constantFrom(2, 4)
    .map((to) => [`veto from ${to} accidents`, (draft) => void (there(draft.gates[0]).when.value = to)]),
  fc
    .constantFrom(94, 94.5, 96)
    .map((to) => [`cap below ${to}`, (draft) => void (there(draft.gates[1]).when.value = to)]),
  fc.constantFrom('C', 'D').map((to) => [`cap to ${to}`, (draft) => void (there(draft.gates[1]).maxGrade = to)]),
  fc.nat(1).map((at) => [`gate ${at} gone`, (draft) => void draft.gates.splice(at, 1)]),
  word.map(() => ['the cap for one group', (draft) => void (there(draft.gates[1]).groups = ['L'])]),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(-2, 2))
    .map(([at, by]) => [`grade line ${at} by ${by}`, (draft) => void (there(draft.grades[at]).min += by)]),
  fc.constantFrom(50, 70).map((to) => [`basic line ${to}`, (draft) => void (there(draft.basicRule?.[0]).min = to)]),
  word.map(() => ['no basic rule', (draft) => void (draft.basicRule = [])]),
  // Not audit: with it failed no unit comes near the grade that the basic rule guards, so nothing would change.
  fc
    .constantFrom('uptime', 'waiting', 'plan')
    .map((id) => [`${id} basic or not`, (draft) => void (leafOf(draft, id).basic = !leafOf(draft, id).basic)]),
  fc
    .constantFrom('arithmetic', 'harmonic', 'minimum')
    .map((method) => [`safety by ${method}`, (draft) => void (there(draft.tree.children[1]).aggregate = { method })]),
  fc.constantFrom('exclude', 'no-result').map((to) => [`missing ${to}`, (draft) => void (draft.missing = to)]),
  leaf.map((id) => [`missing ${id} excluded`, (draft) => void (leafOf(draft, id).missing = 'exclude')]),
  leaf.map((id) => [`missing ${id} said as it is`, (draft) => void (leafOf(draft, id).missing = 'zero')]),
  word.map(() => ['N/A rule dropped', (draft) => void delete leafOf(draft, 'waiting').notApplicableWhen]),
  word.map(() => ['least coverage', (draft) => void (there(draft.tree.children[0]).minCoverage = 0.8)]),
  word.map(() => ['least coverage of nothing', (draft) => void (there(draft.tree.children[0]).minCoverage = 0)]),
  word.map(() => ['one digit', (draft) => void (draft.display = { digits: 1 })]),
]

/** Kind after kind, the figures by chance; the same for the same seed. */
export function editsOf(small: string, count: number, seed: number): readonly Edit[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length] ?? fc.constant(['nothing', () => undefined] as const)
    const [name, apply] = fc.sample(kind, { numRuns: 1, seed: seed + at })[0] ?? ['nothing', () => undefined]
    const draft = parse(small) as Draft
    apply(draft)
    return { name, manifest: stringify(draft) }
  })
}
