import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../data/client.ts'
import { announce } from '../../frame/announce.ts'
import { ErrorState } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from './status-word.ts'

/** Takes a packed version in; every fault of it in words. */
export function Upload() {
  const { t } = useWords()
  const statusWord = useStatusWord()
  const queryClient = useQueryClient()
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return api.versions.upload.mutate(form)
    },
    onSuccess: async ({ plugin, state }) => {
      announce(t('versions.uploaded', { ...plugin, state: statusWord(state) }))
      await queryClient.invalidateQueries()
    },
  })
  const { data, error, variables: file } = upload
  return (
    <section aria-labelledby="upload-title" className="upload">
      <h2 id="upload-title">{t('versions.upload')}</h2>
      <p className="soft">{t('versions.uploadLead')}</p>
      <label className="file-drop">
        <InboxOutlined aria-hidden="true" className="file-icon" />
        <span>{upload.isPending ? `${t('versions.uploading')}…` : t('versions.choose')}</span>
        <input
          type="file"
          accept=".plb"
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen) upload.mutate(chosen)
            event.target.value = ''
          }}
        />
      </label>
      {data ? (
        <p role="status">
          {t('versions.uploaded', { ...data.plugin, state: statusWord(data.state) })}{' '}
          <Link to="/standards/$digest" params={{ digest: data.plugin.digest }}>
            {t('versions.open')}
          </Link>
        </p>
      ) : null}
      {error && file ? (
        <ErrorState heading="h2" title={t('versions.notTaken')} error={error} retry={() => upload.mutate(file)} />
      ) : null}
    </section>
  )
}
