import { InboxOutlined } from '@ant-design/icons'
import { useWords } from '../../shared/use-language.ts'
import { fileSize } from './cells.ts'

/** A native file field as large as a hand: drop on it, click it, or reach it with the keyboard. */
export function FilePicker({
  file,
  onChoose,
}: {
  readonly file: File | undefined
  readonly onChoose: (file: File) => void
}) {
  const { t } = useWords()
  return (
    <>
      <label className="file-drop">
        <InboxOutlined aria-hidden="true" className="file-icon" />
        <span>
          {file ? t('data.chosen', { name: file.name, size: fileSize(file.size) }) : t('data.drop')}
          <span className="soft block">{file ? t('data.replaceFile') : t('data.dropNote')}</span>
        </span>
        <input
          type="file"
          accept=".csv,.xlsx,text/csv"
          onChange={(event) => {
            const [first] = event.target.files ?? []
            if (first) onChoose(first)
            // The same file may be chosen again once it is corrected on disk.
            event.target.value = ''
          }}
        />
      </label>
      <p className="note">{t('data.reselect')}</p>
    </>
  )
}
