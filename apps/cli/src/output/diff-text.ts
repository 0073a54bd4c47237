import { describeFault, faultLine, fillText } from '@plumbline/i18n'
import { snap } from '@plumbline/kernel'
import type { ChangeShare, ReplayedRow, VersionDifference } from '@plumbline/testkit'
import type { Terminal } from '../terminal.ts'
import { textTable } from './table.ts'

const MOST_MOVERS = 20

/** A version difference for people: changes, bump, replays, movers, shares. */
export function diffText(found: VersionDifference, terminal: Terminal): string {
  const texts = terminal.texts.diff
  const { from, to, structural, replayed, least, raised } = found
  const bump = texts.bump
  const parts = [
    fillText(texts.head, { id: to.id, from: from.version, to: to.version }),
    fillText(texts.least, {
      least: bump[least],
      structural: bump[structural],
      replayed: bump[replayed],
      raised: bump[raised],
    }),
    ...(found.least === 'none' ? [texts.same] : []),
    ...changeLines(found, terminal),
    '',
    ...found.replays.map(({ source, rows, changed, flipped, refused }) =>
      fillText(texts.replay, { source: texts.source[source], rows: rows.length, changed, flipped, refused }),
    ),
    ...movers(found, terminal),
    ...shares(found, terminal),
  ]
  return `${parts.join('\n')}\n`
}

function changeLines({ changes }: VersionDifference, { texts, language }: Terminal): readonly string[] {
  if (changes.length === 0) return []
  const lines = changes.map(({ fault, bump }) => {
    const { what, remedy } = describeFault(fault, language)
    return `  [${texts.diff.bump[bump]}] ${what}${language === 'en' ? ' ' : ''}${remedy}`
  })
  return [fillText(texts.diff.changesHead, { count: changes.length }), ...lines]
}

/** Rows of the data file, else of the cases, that move: most first. */
function movers({ replays }: VersionDifference, { texts }: Terminal): readonly string[] {
  const replay = replays.find(({ source }) => source === 'data') ?? replays.find(({ source }) => source === 'cases')
  const moved = replay?.rows.filter((row) => row.changed).toSorted((a, b) => distance(b) - distance(a)) ?? []
  if (moved.length === 0) return []
  const { movers: head, moversHead, refused } = texts.diff
  const shown = moved.slice(0, MOST_MOVERS)
  const columns = [head.unit, head.period, head.before, head.after, head.change, head.grade, head.rank].map(
    (title, place) => ({ title, align: place >= 2 && place <= 4 ? ('right' as const) : ('left' as const) }),
  )
  const none = texts.common.none
  const rows = shown.map(({ unit, period, before, after, ranks }) => [
    unit,
    period,
    number(before.score, none),
    after ? number(after.score, none) : refused,
    number(after && after.score !== null && before.score !== null ? snap(after.score - before.score) : null, none),
    before.grade === after?.grade ? (before.grade ?? none) : `${before.grade ?? none} → ${after?.grade ?? none}`,
    ranks[0] === ranks[1] ? String(ranks[0] ?? none) : `${ranks[0] ?? none} → ${ranks[1] ?? none}`,
  ])
  return ['', fillText(moversHead, { count: shown.length, total: moved.length }), textTable(columns, rows).trimEnd()]
}

const distance = ({ before, after }: ReplayedRow): number =>
  after === null ? Infinity : Math.abs((after.score ?? 0) - (before.score ?? 0))

function shares({ attribution }: VersionDifference, terminal: Terminal): readonly string[] {
  const { texts, language } = terminal
  const { sharesHead, shares: head, noShares } = texts.diff
  if (attribution.faults.length > 0)
    return ['', ...attribution.faults.map((fault) => `${noShares}${faultLine(fault, language)}`)]
  if (attribution.changes.length === 0) return []
  const columns = [
    { title: head.change, align: 'left' as const },
    { title: head.mean, align: 'right' as const },
    { title: head.size, align: 'right' as const },
  ]
  const rows = attribution.changes
    .toSorted((a, b) => b.size - a.size)
    .map((share) => [shareWords(share, terminal), number(share.mean, '0'), number(share.size, '0')])
  return ['', fillText(sharesHead, { rows: attribution.rows.length }), textTable(columns, rows).trimEnd()]
}

/** `weights:service` in words. */
function shareWords({ id, name }: ChangeShare, { texts, language }: Terminal): string {
  const [kind = '', named = ''] = id.split(':')
  const words: Readonly<Record<string, string>> = texts.diff.share
  return fillText(words[kind] ?? id, { name: name ? (language === 'en' ? name.en : name.zh) : named })
}

const number = (value: number | null, none: string): string => (value === null ? none : value.toFixed(4))
