import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { StandardSummary } from '@plumbline/api/contract'
import { Button } from 'antd'
import { csvText, download } from '../../shared/csv.ts'
import { useWords } from '../../shared/use-language.ts'
import { catalogueQuery } from '../standards/query.ts'
import { templateHeader } from './template.ts'

const RULES = ['format1', 'format2', 'format3', 'format4'] as const

/** What the file looks like, and an empty one to fill in. */
export function FormatHelp({ standard }: { readonly standard: StandardSummary }) {
  const { t, of, language } = useWords()
  const { data: catalogue } = useQuery(catalogueQuery(standard.plugin.digest))
  const header = catalogue ? templateHeader(catalogue, language) : []
  return (
    <div className="format-help">
      <h3>{t('data.formatTitle')}</h3>
      <ul>
        {RULES.map((rule) => (
          <li key={rule}>{t(`data.${rule}`)}</li>
        ))}
        {catalogue && catalogue.groups.length > 0 ? (
          <li>{t('data.groups', { list: catalogue.groups.map(of).join(t('common.listSeparator')) })}</li>
        ) : null}
      </ul>
      <p>
        <Button
          icon={<DownloadOutlined />}
          disabled={!catalogue}
          onClick={() => download(`${standard.plugin.id}-template.csv`, csvText([header]))}
        >
          {t('data.template')}
        </Button>{' '}
        {catalogue ? <span className="soft">{t('data.templateNote', { count: header.length })}</span> : null}
      </p>
    </div>
  )
}
