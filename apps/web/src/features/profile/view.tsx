import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Catalogue, Profile } from '@plumbline/api/contract'
import { Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { ErratumBanner } from '../errata/erratum-banner.tsx'
import { catalogueQuery } from '../standards/query.ts'
import { ChainSection } from './chain-section.tsx'
import { GateTable } from './gate-table.tsx'
import { PillarSection } from './pillar-section.tsx'
import { PreparationSection } from './preparation.tsx'
import { profileQuery } from './query.ts'
import { ProfileSummary } from './summary.tsx'
import { WhySections } from '../why/sections.tsx'
import { textsOf } from './texts.ts'

const route = getRouteApi('/rounds/$roundId/units/$unit')

/** One unit in one round: the result, what holds it, and every step from the raw values to it. */
export function ProfilePage() {
  const profile = useQuery(profileQuery(route.useParams()))
  const digest = profile.data?.round.plugin.digest
  const catalogue = useQuery({ ...catalogueQuery(digest ?? ''), enabled: digest !== undefined })
  const skeleton = <PageSkeleton rows={9} height={56} />
  return (
    <Loaded query={profile} skeleton={skeleton}>
      {(data) => (
        <Loaded query={catalogue} skeleton={skeleton}>
          {(texts) => <ProfileView profile={data} catalogue={texts} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function ProfileView({ profile, catalogue }: { readonly profile: Profile; readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const texts = textsOf(catalogue, profile.derived)
  const { round, unit, trace } = profile
  const group = texts.group(unit.group)
  return (
    <Page
      title={unit.name}
      kicker={
        <>
          <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
            {t('profile.back', { title: of(round.title), period: round.period })}
          </Link>
          {' · '}
          {t('profile.kicker')}
        </>
      }
      lead={[unit.code, group ? of(group) : unit.group].filter(Boolean).join(' · ')}
      rounds={[round]}
    >
      <ErratumBanner roundId={round.id} version={round.plugin.version} />
      <ProfileSummary profile={profile} catalogue={catalogue} texts={texts} />
      <WhySections profile={profile} catalogue={catalogue} />
      <PillarSection trace={trace} texts={texts} display={catalogue.display} />
      <ChainSection trace={trace} texts={texts} digits={catalogue.digits} />
      <PreparationSection trace={trace} texts={texts} />
      <GateTable trace={trace} texts={texts} digits={catalogue.digits} />
    </Page>
  )
}
