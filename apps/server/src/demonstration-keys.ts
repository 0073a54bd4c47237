import { writeFile } from 'node:fs/promises'
import { createCaller, type RequestContext } from '@plumbline/api'
import {
  generateKeyPair,
  packPlugin,
  privateKeyOf,
  ROLES,
  signStatement,
  type KeyPair,
  type Role,
} from '@plumbline/bundle'
import { codeOf } from '@plumbline/db'
import { serverLine } from '@plumbline/i18n'
import { withForm, type LoadedPlugin } from '@plumbline/plugin-host'
import { stringify } from 'yaml'

interface DemonstrationKey {
  readonly role: Role
  readonly pair: KeyPair
}

/**
 * Publishes the example versions that only lack signatures, the way an association does: signed by publisher and
 * committee, packed, uploaded, published. The keys are made on the spot and their private halves thrown away; the trust
 * file says so. Where there is a trust file already, or none can be written, the versions stay candidates.
 */
export async function publishDemonstration(ctx: RequestContext, trustFile: string | null): Promise<void> {
  const waiting = ctx.standards.versions.filter(
    ({ plugin, state }) => plugin.catalogue.example && state === 'candidate',
  )
  if (trustFile === null || waiting.length === 0) return
  const keys = ROLES.map((role): DemonstrationKey => ({ role, pair: generateKeyPair('ed25519') }))
  const publishers = [...new Set(waiting.map(({ plugin }) => plugin.catalogue.publisher))]
  if (!(await writeOnce(trustFile, trustText(keys, publishers, ctx.clock())))) return
  const caller = createCaller(ctx)
  for (const { plugin } of waiting) {
    const form = new FormData()
    form.set('file', new File([packed(plugin, keys, ctx.clock())], `${plugin.ref.id}-${plugin.ref.version}.plb`))
    await caller.versions.upload(form)
    await caller.versions.changeState({
      digest: plugin.ref.digest,
      state: 'published',
      reason: `${serverLine('demonstrationSigned', 'zh-CN')} ${serverLine('demonstrationSigned', 'en')}`,
    })
  }
}

function packed({ ref, bundle }: LoadedPlugin, keys: readonly DemonstrationKey[], at: Date): Uint8Array<ArrayBuffer> {
  const { id, version, digest } = ref
  const signatures = keys.map(({ role, pair }) =>
    signStatement({ id, version, digest, role, signedAt: at.toISOString() }, privateKeyOf(pair.privateKey)),
  )
  return Uint8Array.from(packPlugin({ ref, bundle: withForm(bundle), signatures }))
}

/** Valid for the day: nobody can sign with these keys again in any case. */
function trustText(keys: readonly DemonstrationKey[], namespaces: readonly string[], at: Date): string {
  const day = at.toISOString().slice(0, 10)
  const publishers = keys.map(({ role, pair }) => ({
    name: serverLine(role === 'publisher' ? 'demonstrationPublisher' : 'demonstrationCommittee', 'zh-CN'),
    namespaces,
    keys: [{ publicKey: pair.publicKey, roles: [role], from: day, until: day }],
  }))
  const notes = (['zh-CN', 'en'] as const).map((language) => `# ${serverLine('demonstrationSigned', language)}\n`)
  return `${notes.join('')}${stringify({ apiVersion: 'plumbline/trust-v1', publishers })}`
}

/** False where the file is there already: whose keys count is for the people who keep it. */
async function writeOnce(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}
