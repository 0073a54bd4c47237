import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { StandardSummary } from '@plumbline/api/contract'
import { Select } from 'antd'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { standardsQuery } from '../standards/query.ts'
import { FormatHelp } from './format-help.tsx'
import { ImportFlow } from './import-flow.tsx'

const route = getRouteApi('/data')

/** From a data file to scored rounds: choose, check, correct in place, import. */
export function DataPage() {
  const { t } = useWords()
  const standards = useQuery(standardsQuery())
  return (
    <Loaded query={standards} skeleton={<PageSkeleton rows={4} height={70} />}>
      {(all) => {
        // The shared core is no assessment of its own.
        const usable = all.filter(
          (standard) =>
            standard.faults.every((fault) => fault.severity !== 'error') && standard.core?.id !== standard.plugin.id,
        )
        // Versions of one standard stand oldest first; new data come in under the newest.
        const newest = [...new Map(usable.map((standard) => [standard.plugin.id, standard])).values()]
        return (
          <Page title={t('data.title')} lead={t('data.lead')}>
            {newest.length === 0 ? (
              <EmptyState title={t('data.noStandards')}>{t('standards.empty')}</EmptyState>
            ) : (
              <DataView standards={newest} />
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}

function DataView({ standards }: { readonly standards: readonly StandardSummary[] }) {
  const { t, of } = useWords()
  const { standard } = route.useSearch()
  const navigate = route.useNavigate()
  const chosen = standards.find(({ plugin }) => plugin.id === standard)
  return (
    <>
      <section className="import-step" aria-labelledby="step-1">
        <h2 id="step-1">
          <span className="step-number">1</span> {t('data.step1')}
        </h2>
        <Select
          aria-label={t('data.standard')}
          value={chosen?.plugin.id ?? null}
          placeholder={t('data.choose')}
          style={{ width: 320, maxWidth: '100%' }}
          options={standards.map((each) => ({
            value: each.plugin.id,
            label: `${of(each.title)} ${each.plugin.version}`,
          }))}
          onChange={(value: string | null) =>
            value && void navigate({ search: (old) => ({ ...old, standard: value }), replace: true })
          }
        />
        {chosen ? <FormatHelp standard={chosen} /> : null}
      </section>
      {chosen ? <ImportFlow key={chosen.plugin.digest} standard={chosen} /> : null}
    </>
  )
}
