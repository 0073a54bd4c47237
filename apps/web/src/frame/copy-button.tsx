import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../shared/use-language.ts'
import { announce } from './announce.ts'

/** Copies what `text` gives at the moment of the click. */
export function CopyButton({ text, label }: { readonly text: () => string; readonly label: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
    announce(t('common.copied'))
  }
  return (
    <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
      {copied ? t('common.copied') : label}
    </Button>
  )
}
