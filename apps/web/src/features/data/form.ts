import type { Correction, ImportRequest, StandardSummary } from '@plumbline/api/contract'

/** A file with what is asked of it, as the importer takes it. */
export function importForm(standard: StandardSummary, file: File, corrections: readonly Correction[]): FormData {
  const { id, version } = standard.plugin
  const chosen = standard.preferred ? {} : { version }
  const request: ImportRequest = { plugin: id, ...chosen, fileName: file.name, corrections }
  const form = new FormData()
  form.set('request', JSON.stringify(request))
  form.set('file', file)
  return form
}
