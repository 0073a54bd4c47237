import { Link } from '@tanstack/react-router'
import type { UncertaintyReport } from '@plumbline/api/contract'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import type { RankLine } from './model.ts'

export interface GroupListProps {
  readonly report: UncertaintyReport
  readonly lines: readonly RankLine[]
  readonly roundId: string
}

/** The groups of more than one unit, as one would name them in a sentence. */
export function GroupList({ report, lines, roundId }: GroupListProps) {
  const { t } = useWords()
  const groups = report.groups.flatMap((_, index) => {
    const members = lines.filter(({ group }) => group?.number === index + 1)
    return members.length > 1 ? [{ number: index + 1, members }] : []
  })
  return (
    <section aria-labelledby="groups">
      <div className="section-head">
        <h2 id="groups">{t('analyses.groups')}</h2>
        <span className="soft">{t('analyses.groupsLead')}</span>
      </div>
      {groups.length === 0 ? <p>{t('analyses.groupNone')}</p> : null}
      <ul className="group-list">
        {groups.map(({ number, members }) => (
          <li key={number}>
            <span className="strong">{t('analyses.groupOf', { group: number })}</span>{' '}
            <span className="soft figure">
              {t('analyses.groupRanks', {
                from: members[0]?.unit.nominal ?? '',
                to: members.at(-1)?.unit.nominal ?? '',
              })}
              {' · '}
              {t('analyses.groupSize', { count: members.length })}
            </span>
            <br />
            {members.map(({ unit, name }, place) => (
              <span key={unit.unit}>
                {place > 0 ? t('common.listSeparator') : null}
                <Link to="/rounds/$roundId/units/$unit" params={{ roundId, unit: unit.unit }} lang={langOf(name)}>
                  {name}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
