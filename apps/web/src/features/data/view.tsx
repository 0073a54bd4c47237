import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { StandardSummary } from '@plumbline/api/contract'
import { Select } from 'antd'
import { useState } from 'react'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { standardsQuery } from '../standards/query.ts'
import { useStatusWord } from '../standards/status-word.ts'
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
        const offered = usable.filter(({ status, preferred }) => status !== 'withdrawn' || preferred)
        return (
          <Page title={t('data.title')} lead={t('data.lead')}>
            {offered.length === 0 ? (
              <EmptyState title={t('data.noStandards')}>{t('standards.empty')}</EmptyState>
            ) : (
              <DataView standards={offered} />
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}

function DataView({ standards }: { readonly standards: readonly StandardSummary[] }) {
  const { t, of } = useWords()
  const statusWord = useStatusWord()
  const { standard } = route.useSearch()
  const navigate = route.useNavigate()
  const [picked, setPicked] = useState<string>()
  const versions = standards.filter(({ plugin }) => plugin.id === standard)
  const chosen = versions.find(({ plugin }) => plugin.digest === picked) ?? versions.find(({ preferred }) => preferred)
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
          options={standards
            .filter(({ preferred }) => preferred)
            .map((each) => ({ value: each.plugin.id, label: `${of(each.title)} ${each.plugin.version}` }))}
          onChange={(value: string | null) =>
            value && void navigate({ search: (old) => ({ ...old, standard: value }), replace: true })
          }
        />
        {chosen && versions.length > 1 ? (
          <label className="version-choice">
            {t('versions.newRounds')}
            <select value={chosen.plugin.digest} onChange={(event) => setPicked(event.target.value)}>
              {versions.toReversed().map(({ plugin, status }) => (
                <option key={plugin.digest} value={plugin.digest}>
                  {plugin.version} · {statusWord(status)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {chosen ? <FormatHelp standard={chosen} /> : null}
      </section>
      {chosen ? <ImportFlow key={chosen.plugin.digest} standard={chosen} /> : null}
    </>
  )
}
