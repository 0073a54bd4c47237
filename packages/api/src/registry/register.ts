import {
  appendEvent,
  appendState,
  registeredVersions,
  storePluginVersion,
  storeSignatures,
  writing,
} from '@plumbline/db'
import type { Db, RegisteredVersion, VersionOrigin } from '@plumbline/db'
import { loadPacked, type Envelope } from '@plumbline/bundle'
import { canonicalJson, sha256 } from '@plumbline/digest'
import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import type { UploadedFile } from '../reader.ts'
import type { OpenedStandards } from './open.ts'
import { currentContents, initialState, isSettled } from './states.ts'

export interface Registration {
  readonly plugin: LoadedPlugin
  readonly signatures: readonly Envelope[]
  readonly origin: VersionOrigin
  readonly reason: string
}

/**
 * Takes a packed version in: read within bounds, loaded with every check, stored with its signatures, at hand at once.
 * The same content again only adds signatures.
 *
 * @returns The version's digest.
 * @throws FaultError with everything that reading or loading refuses; nothing is stored then.
 * @throws FaultError PLUGIN_VERSION_PUBLISHED - the id and version were published with other content.
 */
export async function registerUpload(ctx: RequestContext, file: UploadedFile): Promise<string> {
  const { fileName } = file
  const packed = await ctx.reader.readPacked(file)
  const plugin = loadPacked(packed, [...ctx.standards.byDigest.values()], { name: fileName })
  const { signatures } = packed
  await writing(ctx.database.db, (tx) => register(ctx, tx, { plugin, signatures, origin: 'upload', reason: fileName }))
  await ctx.standards.refresh(ctx.database.db)
  return plugin.ref.digest
}

/** Registers packed files that a start found. One that cannot be registered is reported and stops nothing. */
export async function registerFiles(ctx: RequestContext, files: ReturnType<OpenedStandards['files']>): Promise<void> {
  for (const { plugin, signatures } of files) {
    const reason = `${plugin.ref.id}-${plugin.ref.version}.plb`
    await writing(ctx.database.db, (tx) => register(ctx, tx, { plugin, signatures, origin: 'file', reason })).catch(
      ctx.report,
    )
  }
  await ctx.standards.refresh(ctx.database.db)
}

/**
 * Stores a version and its signatures and gives it a state, unless it has one.
 *
 * @throws FaultError BUNDLE_FORM_DIFFERS, or what is wrong with the manifest - the version came with a form that was not
 * checked until now.
 */
export async function register(ctx: RequestContext, tx: Db, registration: Registration): Promise<void> {
  const { plugin, signatures, origin, reason } = registration
  const { ref, catalogue, bundle } = checkedInFull(plugin)
  const known = await registeredVersions(tx)
  const published = known.find((one) => isOther(one, plugin) && isSettled(one.state))
  if (published) {
    const place = { plugin: ref.id }
    throw new FaultError([fault('PLUGIN_VERSION_PUBLISHED', { version: ref.version }, place)])
  }
  const at = ctx.clock()
  const by = { digest: ref.digest, actor: ctx.actor, at }
  const version = { pluginId: ref.id, version: ref.version, publisher: catalogue.publisher, bundle, firstSeen: at }
  await storePluginVersion(tx, { digest: ref.digest, ...version })
  await storeSignatures(
    tx,
    signatures.map((envelope) => ({ ...by, ...signatureOf(envelope) })),
  )
  const mine = known.find(({ digest }) => digest === ref.digest)
  if (mine && currentContents(known).includes(mine)) return
  const state = mine?.state ?? initialState(catalogue.status)
  await appendState(tx, { ...by, state, origin, reason })
  const payload = { digest: ref.digest, state, origin, reason }
  await appendEvent(tx, { at, actor: ctx.actor, kind: 'version', subject: `${ref.id}@${ref.version}`, payload })
}

/** With the first use of its plan a version that was loaded from its form is checked in full. */
function checkedInFull(plugin: LoadedPlugin): LoadedPlugin {
  return { ...plugin, plan: plugin.plan }
}

const isOther = ({ pluginId, version, digest }: RegisteredVersion, { ref }: LoadedPlugin): boolean =>
  pluginId === ref.id && version === ref.version && digest !== ref.digest

const signatureOf = (envelope: Envelope) => ({
  keyid: envelope.signatures[0].keyid,
  envelope,
  envelopeDigest: sha256(
    canonicalJson({
      payloadType: envelope.payloadType,
      payload: envelope.payload,
      signatures: [{ keyid: envelope.signatures[0].keyid, sig: envelope.signatures[0].sig }],
    }),
  ),
})
