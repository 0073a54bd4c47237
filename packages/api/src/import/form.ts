import { fault, FaultError } from '@plumbline/kernel'
import type { ImportForm } from '../contract.ts'
import { importRequest } from '../inputs.ts'
import type { DataFile } from './read.ts'

/**
 * Reads an uploaded form: `file`, and `request` as JSON.
 *
 * @throws FaultError IMPORT_FORM_INVALID - a part is missing, or the request is not what `ImportRequest` says.
 */
export async function parseForm(form: ImportForm): Promise<DataFile> {
  const [file, request] = [form.get('file'), form.get('request')]
  const parsed = importRequest.safeParse(typeof request === 'string' ? parseJson(request) : undefined)
  if (!(file instanceof Blob)) throw new FaultError([fault('IMPORT_FORM_INVALID', { part: 'file' })])
  if (!parsed.success) throw new FaultError([fault('IMPORT_FORM_INVALID', { part: 'request' })])
  return { ...parsed.data, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
