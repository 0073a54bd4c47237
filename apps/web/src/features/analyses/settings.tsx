import type { LongJob } from '@plumbline/api/contract'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../shared/use-language.ts'
import type { Settings } from './model.ts'

const SIZES: Readonly<Record<LongJob['kind'], readonly [sizes: readonly number[], usual: number]>> = {
  uncertainty: [[1000, 10_000, 50_000], 10_000],
  sensitivity: [[64, 256, 1024], 256],
}
const SPREADS = [0.1, 0.25, 0.5]

export interface SettingsFormProps {
  readonly kind: LongJob['kind']
  /** The standard lets the method of the index vary. */
  readonly methods: boolean
  readonly busy: boolean
  readonly onStart: (settings: Settings) => void
}

/** What a run is to vary, how often, and from which seed. */
export function SettingsForm({ kind, methods, busy, onStart }: SettingsFormProps) {
  const { t } = useWords()
  const [sizes, usual] = SIZES[kind]
  const [settings, setSettings] = useState<Settings>({ seed: 1, size: usual, spread: 0.25, methods })
  const set = (change: Partial<Settings>) => setSettings((old) => ({ ...old, ...change }))
  const size = t(kind === 'uncertainty' ? 'analyses.draws' : 'analyses.base')
  return (
    <form
      className="job-settings"
      aria-label={t('analyses.settings')}
      onSubmit={(event) => {
        event.preventDefault()
        onStart(settings)
      }}
    >
      <label className="choice">
        <span>{size}</span>
        <Select
          aria-label={size}
          value={settings.size}
          options={sizes.map((value) => ({ value, label: value.toLocaleString('en-US') }))}
          onChange={(value: number) => set({ size: value })}
        />
      </label>
      <label className="choice">
        <span>{t('analyses.spread')}</span>
        <Select
          aria-label={t('analyses.spread')}
          value={settings.spread}
          options={SPREADS.map((value) => ({ value, label: t('analyses.spreadOf', { percent: value * 100 }) }))}
          onChange={(value: number) => set({ spread: value })}
        />
      </label>
      {methods ? (
        <Checkbox checked={settings.methods} onChange={(event) => set({ methods: event.target.checked })}>
          {t('analyses.methodsVary')}
        </Checkbox>
      ) : null}
      <label className="choice">
        <span>{t('analyses.seed')}</span>
        <InputNumber
          aria-label={t('analyses.seed')}
          min={0}
          max={4_294_967_295}
          precision={0}
          value={settings.seed}
          onChange={(value) => set({ seed: value ?? 1 })}
        />
      </label>
      <Button type="primary" htmlType="submit" disabled={busy}>
        {t('analyses.start')}
      </Button>
    </form>
  )
}
