import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Catalogue } from '@plumbline/api/contract'
import { WithdrawnBanner } from '../../frame/banner.tsx'
import { CopyButton } from '../../frame/copy-button.tsx'
import { Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { InputList, ParamList } from './inputs.tsx'
import { GateRules, GradeLines, Ladders } from './rules.tsx'
import { catalogueQuery } from './query.ts'
import { useStatusWord } from './status-word.ts'
import { IndicatorTree } from './tree.tsx'
import { Versions } from './versions.tsx'

const route = getRouteApi('/standards/$digest')

/** One version of a standard, whole: tree, weights, value rules, gates, grades, ladders. */
export function StandardPage() {
  const { digest } = route.useParams()
  const catalogue = useQuery(catalogueQuery(digest))
  return (
    <Loaded query={catalogue} skeleton={<PageSkeleton rows={16} height={30} />}>
      {(data) => <StandardView catalogue={data} />}
    </Loaded>
  )
}

function StandardView({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const statusWord = useStatusWord()
  const { plugin, core, standard } = catalogue
  const separator = t('common.listSeparator')
  const facts = [
    [t('common.version'), `${plugin.id} ${plugin.version}`],
    [t('common.status'), statusWord(catalogue.status)],
    [t('standards.publisher'), catalogue.publisher],
    [t('standards.unitOfAssessment'), of(catalogue.unitOfAssessment)],
    [t('standards.groups'), catalogue.groups.map(of).join(separator)],
    [t('standards.core'), core && core.id !== plugin.id ? `${core.id} ${core.version}` : ''],
    [t('standards.modelledOn'), catalogue.modelledOn.join(separator)],
    [t('standards.document'), standard ? `${of(standard.title)}（ICS ${standard.ics}）` : ''],
  ].filter(([, value]) => value)
  return (
    <Page
      title={of(catalogue.title)}
      kicker={<Link to="/standards">{t('common.standards')}</Link>}
      example={catalogue.example}
    >
      <WithdrawnBanner shown={catalogue.status === 'withdrawn'} />
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('standards.digest')}</dt>
          <dd>
            <code className="digest">{plugin.digest}</code>{' '}
            <CopyButton text={() => plugin.digest} label={t('common.copy')} />
          </dd>
        </div>
      </dl>
      <Versions id={plugin.id} digest={plugin.digest} />
      {standard ? <p className="scope">{of(standard.scope)}</p> : null}
      <IndicatorTree catalogue={catalogue} />
      <InputList catalogue={catalogue} />
      <ParamList catalogue={catalogue} />
      <GateRules catalogue={catalogue} />
      <GradeLines catalogue={catalogue} />
      <Ladders catalogue={catalogue} />
    </Page>
  )
}
