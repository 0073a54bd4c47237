import { InboxOutlined } from '@ant-design/icons'
import { useState, type DragEvent } from 'react'
import { useWords } from '../../shared/use-language.ts'
import { fileSize } from './cells.ts'

/** A native file field as large as a hand: drop on it, click it, or reach it with the keyboard. */
export function FilePicker({ file, onChoose }: { readonly file: File | undefined; readonly onChoose: (file: File) => void }) {
  const { t } = useWords()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const first = files?.[0]
    if (first) onChoose(first)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <>
      <label
        className={over ? 'file-drop over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden="true" className="file-icon" />
        <span>
          {file ? t('data.chosen', { name: file.name, size: fileSize(file.size) }) : t('data.drop')}
          <span className="soft block">{file ? t('data.replaceFile') : t('data.dropNote')}</span>
        </span>
        <input
          type="file"
          accept=".csv,.xlsx,text/csv"
          className="visually-hidden"
          onChange={(event) => {
            take(event.target.files)
            // The same file may be chosen again once it is corrected on disk.
            event.target.value = ''
          }}
        />
      </label>
      <p className="note">{t('data.reselect')}</p>
    </>
  )
}
