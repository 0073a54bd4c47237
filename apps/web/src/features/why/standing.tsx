import { useQuery } from '@tanstack/react-query'
import type { PeerComparison, Standing } from '@plumbline/api/contract'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { Loaded } from '../../frame/states.tsx'
import { percent, score } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { useWords } from '../../shared/use-language.ts'
import { Outlook } from './outlook.tsx'
import { standingQuery } from './query.ts'
import type { WhyProps } from './waterfall.tsx'

export interface StandingProps extends WhyProps {
  /** Word of a grade; of none where there is none. */
  readonly gradeOf: (id: string | null) => string
  readonly gateOf: (id: string) => string
}

/** Strengths and weaknesses against peers, and what is still open while cells are missing. */
export function StandingSections(props: StandingProps) {
  const query = useQuery(standingQuery(props.at))
  return (
    <Loaded query={query} heading="h2" skeleton={<PageSkeleton rows={4} height={30} />}>
      {(data) => (
        <>
          <Strengths standing={data} {...props} />
          <Outlook outlook={data.outlook} {...props} />
        </>
      )}
    </Loaded>
  )
}

function Strengths({ standing, digits, nameOf }: { readonly standing: Standing } & WhyProps) {
  const { t } = useWords()
  const indicators = standing.strengths.filter(({ kind }) => kind === 'indicator')
  const isSuppressed = indicators.every(({ verdict }) => verdict === 'suppressed')
  const of = (verdict: PeerComparison['verdict']) =>
    indicators
      .filter((each) => each.verdict === verdict)
      .toSorted((a, b) => Math.abs(b.against?.distance ?? 0) - Math.abs(a.against?.distance ?? 0))
  const list = (items: readonly PeerComparison[]) => (
    <MoreRows rows={items} few={5}>
      {(shown) => (
        <ul className="plain-list">
          {shown.map(({ id, score: own, against }) => (
            <li key={id}>
              {nameOf(id)}
              <span className="soft block figure">
                {t('why.against', {
                  score: score(own, digits),
                  median: score(against?.median, digits),
                  percent: percent(against?.share, 0),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </MoreRows>
  )
  const [strong, weak] = [of('strength'), of('weakness')]
  return (
    <section aria-labelledby="standing">
      <div className="section-head">
        <h2 id="standing">{t('why.standing')}</h2>
        <span className="soft">{t('why.standingLead')}</span>
      </div>
      {isSuppressed ? (
        <p>{t('why.suppressed')}</p>
      ) : (
        <div className="two-lists">
          <div>
            <h3>{t('why.strengths')}</h3>
            {strong.length > 0 ? list(strong) : <p className="soft">{t('why.noStrengths')}</p>}
          </div>
          <div>
            <h3>{t('why.weaknesses')}</h3>
            {weak.length > 0 ? list(weak) : <p className="soft">{t('why.noWeaknesses')}</p>}
          </div>
        </div>
      )}
    </section>
  )
}
