import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { diagnosticOf, failureOf } from '../data/fault.ts'
import { useWords } from '../shared/use-language.ts'
import { CopyButton } from './copy-button.tsx'
import { useTitle } from './use-title.ts'

/** A page whose program failed: the frame stays, the page says so. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useWords()
  useTitle(t('common.crashTitle'))
  return (
    <section className="state" role="alert">
      <h1>{t('common.crashTitle')}</h1>
      <p>{t('common.crash', { message: failureOf(error).message })}</p>
      <p className="soft">{t('common.crashRemedy')}</p>
      <div className="state-actions">
        <Button type="primary" onClick={reset}>
          {t('common.retry')}
        </Button>
        <CopyButton
          text={() => diagnosticOf(failureOf(error), location.href, new Date())}
          label={t('common.copyDiagnostic')}
        />
      </div>
    </section>
  )
}
