import { Checkbox } from 'antd'
import { useState } from 'react'
import { singleKeys } from '../../shared/shortcuts.ts'
import { useWords } from '../../shared/use-language.ts'

/** Which keys work in the table, and the switch that turns single letters off. */
export function KeysNote() {
  const { t } = useWords()
  const [on, setOn] = useState(singleKeys.on)
  return (
    <p className="note keys">
      {t('league.keys')}{' '}
      <Checkbox
        checked={on}
        onChange={({ target }) => {
          singleKeys.set(target.checked ? 'on' : 'off')
          setOn(target.checked)
        }}
      >
        {t('league.singleKeys')}
      </Checkbox>
    </p>
  )
}
