import { LIMITS } from '@plumbline/bundle'
import { fault, FaultError } from '@plumbline/kernel'
import type { RequestContext } from '../context.ts'
import type { ImportForm } from '../contract.ts'
import type { UploadResult } from './contract.ts'
import { registerUpload } from './register.ts'

/**
 * Takes an uploaded packed version in, at hand at once.
 *
 * @throws FaultError IMPORT_FORM_INVALID - no file.
 * @throws FaultError with everything that `registerUpload` refuses.
 */
export async function uploadVersion(ctx: RequestContext, form: ImportForm): Promise<UploadResult> {
  const file = form.get('file')
  if (!(file instanceof Blob)) throw new FaultError([fault('IMPORT_FORM_INVALID', { part: 'file' })])
  const fileName = 'name' in file && typeof file.name === 'string' ? file.name.slice(0, 200) : 'upload.plb'
  if (file.size > LIMITS.archive)
    throw new FaultError([fault('BUNDLE_TOO_LARGE', { actual: file.size, most: LIMITS.archive }, { file: fileName })])
  const digest = await registerUpload(ctx, { fileName, bytes: new Uint8Array(await file.arrayBuffer()) })
  const known = ctx.standards.versions.find(({ plugin }) => plugin.ref.digest === digest)
  if (!known) throw new Error(`${digest} was registered just now`)
  return { plugin: known.plugin.ref, state: known.state }
}
