import type { Correction, ImportRequest } from '@plumbline/api/contract'

/** A file with what is asked of it, as the importer takes it. */
export function importForm(plugin: string, file: File, corrections: readonly Correction[]): FormData {
  const request: ImportRequest = { plugin, fileName: file.name, corrections }
  const form = new FormData()
  form.set('request', JSON.stringify(request))
  form.set('file', file)
  return form
}
