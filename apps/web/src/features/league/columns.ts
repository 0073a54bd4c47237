import type { Language } from '@plumbline/i18n'

interface ColumnSpec {
  readonly key: string
  readonly align: 'left' | 'right'
  /** Pixels; English words need more room in some. */
  readonly width: number
  readonly english?: number
}

const COLUMNS = [
  { key: 'pick', align: 'left', width: 38 },
  { key: 'rank', align: 'right', width: 58 },
  { key: 'groupRank', align: 'right', width: 76 },
  { key: 'name', align: 'left', width: 206 },
  { key: 'group', align: 'left', width: 130, english: 166 },
  { key: 'grade', align: 'left', width: 92, english: 108 },
  { key: 'score', align: 'right', width: 68 },
  { key: 'contribution', align: 'left', width: 186, english: 150 },
  { key: 'core', align: 'right', width: 78, english: 62 },
  { key: 'change', align: 'right', width: 78 },
  { key: 'rankChange', align: 'right', width: 78 },
  { key: 'marks', align: 'left', width: 98, english: 82 },
  { key: 'coverage', align: 'right', width: 74, english: 84 },
] as const satisfies readonly ColumnSpec[]

export type ColumnKey = (typeof COLUMNS)[number]['key']

export interface Column {
  readonly key: ColumnKey
  readonly align: 'left' | 'right'
  readonly width: number
}

/** On a phone what matters first comes first; the rest is a swipe away. */
const NARROW: readonly ColumnKey[] = [
  'rank',
  'name',
  'score',
  'grade',
  'contribution',
  'group',
  'groupRank',
  'core',
  'change',
  'rankChange',
  'marks',
  'coverage',
  'pick',
]

export interface ColumnsFor {
  readonly language: Language
  readonly screen: 'wide' | 'narrow'
  /** One group is shown: only then has the place within it a column. */
  readonly shown: 'all' | 'group'
}

export function columnsFor({ language, screen, shown }: ColumnsFor): readonly Column[] {
  const columns = COLUMNS.filter(({ key }) => key !== 'groupRank' || shown === 'group').map((column) => ({
    key: column.key,
    align: column.align,
    width: language === 'en' && 'english' in column ? column.english : column.width,
  }))
  return screen === 'wide' ? columns : columns.toSorted((a, b) => NARROW.indexOf(a.key) - NARROW.indexOf(b.key))
}
