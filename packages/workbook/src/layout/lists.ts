/** Dropdowns: which words a column offers. The words stand in a hidden sheet. */
import { columnLetter } from '@plumbline/intake'
import { capacityOfSets, isBranch, type Plan } from '@plumbline/kernel'
import type { WorkbookTexts } from '@plumbline/i18n'
import { nameBook, type Terms } from '../names-of.ts'
import { tagged, VOCABULARIES } from '../cells/names.ts'
import type { ShownKey } from '../table.ts'

export const LISTS_SHEET = '_lists'

/** A list of words, or of figures that formulas look up, under its name. */
export type Lists = ReadonlyMap<string, readonly (string | number)[]>

const CODE_GROUPS = [
  'type',
  'factType',
  'direction',
  'missing',
  'gateKind',
  'aggregate',
  'method',
  'panel',
  'caseStatus',
] as const

export function listsOf(terms: Terms, texts: WorkbookTexts): Lists {
  const names = nameBook(terms)
  const codes = (group: string): readonly string[] =>
    Object.entries(texts.codes).flatMap(([key, word]) => (key.startsWith(`${group}.`) ? [word] : []))
  const { kinds, words } = texts
  return new Map<string, readonly string[]>([
    ...CODE_GROUPS.map((group) => [group, codes(group)] as const),
    ['nodeType', [kinds.branch, kinds.mount, ...codes('type')]],
    ['yesNo', [words.yes, words.no]],
    ['deleted', [words.deleted]],
    ['subjectKinds', [kinds.unitOfAssessment, kinds.group, kinds.fact]],
    ['vocabularyKinds', [kinds.source, kinds.evidenceKind, kinds.ladder, kinds.step]],
    ['gradesKinds', [kinds.grade, kinds.basicRule, kinds.gate]],
    ['levels', ['0', '1', '2', '3', '4', '5', '6']],
    ...VOCABULARIES.map((key) => [key, terms[key].map(([id]) => tagged(id, names[key]))] as const),
    ['groupIds', terms.groups.map(([id]) => id)],
    ['gradeIds', terms.grades.map(([id]) => id)],
  ])
}

/** By sheet and column: the list that its cells offer. */
const OFFERS: Readonly<Partial<Record<ShownKey, Readonly<Record<string, string>>>>> = {
  basics: { deleted: 'deleted' },
  subject: { kind: 'subjectKinds', type: 'factType', deleted: 'deleted' },
  vocabulary: { kind: 'vocabularyKinds', deleted: 'deleted' },
  grades: { kind: 'gradesKinds', type: 'gateKind', grade: 'grades', maxGrade: 'grades', deleted: 'deleted' },
  tree: { type: 'nodeType', aggregate: 'aggregate', missing: 'missing', deleted: 'deleted' },
  rules: {
    direction: 'direction',
    basic: 'yesNo',
    method: 'method',
    panel: 'panel',
    source: 'sources',
    ladder: 'ladders',
  },
  cases: {
    'case.group': 'groupIds',
    'expected.grade': 'gradeIds',
    'expected.gradeByScore': 'gradeIds',
    'expected.status': 'caseStatus',
    deleted: 'deleted',
  },
  params: { deleted: 'deleted' },
  changes: { deleted: 'deleted' },
}

/** @returns The reference of the list that a column offers; null where it offers none, or the list is empty. */
export function offer(sheet: ShownKey, column: string, lists: Lists): string | null {
  const name = OFFERS[sheet]?.[column]
  return name === undefined ? null : listReference(name, lists)
}

export function listReference(name: string, lists: Lists): string | null {
  const index = [...lists.keys()].indexOf(name)
  const length = lists.get(name)?.length ?? 0
  const letter = columnLetter(index)
  return index < 0 || length === 0 ? null : `${LISTS_SHEET}!$${letter}$2:$${letter}$${length + 1}`
}

const capacityKey = (branch: string): string => `capacity:${branch}`

/** The capacities of a plan, set by set, under the ids of their branches. */
export const capacitiesOf = ({ nodes }: Plan): Lists =>
  new Map(
    nodes.flatMap((node) => {
      if (!isBranch(node) || node.spec.aggregate.method !== 'choquet-capacity') return []
      const { id, children, aggregate } = node.spec
      const ids = children.map((child) => child.id)
      return [[capacityKey(id), [...capacityOfSets(ids, aggregate.capacity)]] as const]
    }),
  )

/** Where the capacity of a branch stands. */
export const capacityReference =
  (lists: Lists): ((branch: string) => string) =>
  (branch) =>
    listReference(capacityKey(branch), lists) ?? '0'
