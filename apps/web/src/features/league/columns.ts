import type { Language } from '@plumbline/i18n'

interface ColumnSpec {
  readonly key: string
  readonly align: 'left' | 'right'
  /** Share of the table's width, about a pixel each; English words need more room in some. */
  readonly width: number
  readonly english?: number
  /** On a phone, so that rank, name, grade and score are seen without a swipe. */
  readonly narrow?: { readonly width: number; readonly english: number }
}

const COLUMNS = [
  { key: 'pick', align: 'left', width: 34 },
  { key: 'rank', align: 'right', width: 62, narrow: { width: 62, english: 54 } },
  { key: 'interval', align: 'right', width: 76, english: 84 },
  { key: 'groupRank', align: 'right', width: 76 },
  { key: 'name', align: 'left', width: 220, narrow: { width: 138, english: 118 } },
  { key: 'group', align: 'left', width: 130, english: 160 },
  { key: 'grade', align: 'left', width: 88, english: 116 },
  { key: 'score', align: 'right', width: 66 },
  { key: 'contribution', align: 'left', width: 176, english: 136 },
  { key: 'core', align: 'right', width: 76, english: 60 },
  { key: 'change', align: 'right', width: 78 },
  { key: 'rankChange', align: 'right', width: 76 },
  { key: 'marks', align: 'left', width: 98, english: 90 },
  { key: 'coverage', align: 'right', width: 72, english: 80 },
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
  'grade',
  'score',
  'interval',
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
  readonly screen: 'wide' | 'narrow' | 'paper'
  /** One group is shown: then the place within it has the column that the group had. */
  readonly shown: 'all' | 'group'
  /** There is a robustness result to show. */
  readonly intervals: boolean
}

/** Columns in their order on the screen at hand, or on paper, where nothing is picked. */
export function columnsFor({ language, screen, shown, intervals }: ColumnsFor): readonly Column[] {
  const absent: readonly ColumnKey[] = [
    shown === 'group' ? 'group' : 'groupRank',
    ...(intervals ? [] : ['interval' as const]),
    ...(screen === 'paper' ? ['pick' as const] : []),
  ]
  const columns = COLUMNS.filter(({ key }) => !absent.includes(key)).map((column: ColumnSpec & Column) => {
    const widths = (screen === 'narrow' ? column.narrow : undefined) ?? column
    const width = language === 'en' ? (widths.english ?? widths.width) : widths.width
    return { key: column.key, align: column.align, width }
  })
  return screen === 'narrow' ? columns.toSorted((a, b) => NARROW.indexOf(a.key) - NARROW.indexOf(b.key)) : columns
}

/** What an unranked row gives up, so that its reason has room. */
export const REASON_COLUMNS: readonly ColumnKey[] = ['change', 'rankChange', 'marks', 'coverage']
