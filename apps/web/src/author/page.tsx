import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { SampleBanner } from '../frame/banner.tsx'
import { theme } from '../frame/theme.ts'
import { i18next } from '../i18n.ts'
import { useWords } from '../shared/use-language.ts'
import { FaultPanel } from './fault-panel.tsx'
import { DataForm } from './form.tsx'
import { ResultPanel } from './result.tsx'
import { useAuthorState, type AuthorState } from './state.ts'
import { BLANK_FORM, formOf, type FormValues } from './values.ts'

/** A standard while it is written: what is wrong with it, its form, and the scores of what is typed in. */
export function AuthorPage() {
  const { t, language, of } = useWords()
  const { state, isConnected } = useAuthorState()
  if (i18next.language !== language) void i18next.changeLanguage(language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const title = state?.standard?.catalogue.title
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <main id="main" className="author" data-revision={state?.revision}>
          <header className="author-head">
            <div>
              <p className="kicker">
                {t('common.product')} · {t('author.title')}
              </p>
              <h1>{title ? of(title) : t('author.title')}</h1>
              {state ? <p className="soft">{t('author.lead', { folder: state.folder })}</p> : null}
            </div>
            <a href={language === 'en' ? '?' : '?lang=en'} aria-label={t('common.switchToLabel')}>
              {t('common.switchTo')}
            </a>
          </header>
          {isConnected ? null : (
            <p className="author-alert" role="alert">
              {t('author.lost')}
            </p>
          )}
          <SampleBanner rounds={[]} example={state?.standard?.catalogue.example ?? false} />
          {state ? <Author state={state} /> : <p>{t('author.waiting')}</p>}
        </main>
      </App>
    </ConfigProvider>
  )
}

/** The form begins with the first case and keeps what is typed from save to save. */
function Author({ state }: { readonly state: AuthorState }) {
  const [typed, setTyped] = useState<FormValues | null>(null)
  const { standard } = state
  const [first] = standard?.cases ?? []
  const values = typed ?? (first ? formOf(first) : BLANK_FORM)
  const isStale = state.faults.some(({ severity }) => severity === 'error')
  return (
    <>
      <FaultPanel state={state} />
      {standard ? (
        <div className={isStale ? 'author-columns stale' : 'author-columns'}>
          <DataForm standard={standard} values={values} onChange={setTyped} />
          <ResultPanel catalogue={standard.catalogue} values={values} asOf={state.asOf} isStale={isStale} />
        </div>
      ) : null}
    </>
  )
}
