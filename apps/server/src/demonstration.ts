import { commitImport, type RequestContext } from '@plumbline/api'
import { listRounds } from '@plumbline/db'
import { demonstrationCsv, demonstrationPlan } from '@plumbline/demo'
import { publishDemonstration } from './demonstration-keys.ts'
import type { Terminal } from './terminal.ts'

/**
 * Loads the demonstration, its published versions signed, into a database that holds nothing else, through the importer that users have: one file for
 * each version of a standard that lacks a round. So a start that was killed halfway is finished by the next one, and a
 * database with anybody's own rounds is left alone.
 */
export async function loadDemonstration(
  ctx: RequestContext,
  trustFile: string | null,
  terminal: Terminal,
): Promise<void> {
  const missing = await missingDemonstration(ctx)
  if (missing.length === 0) return
  const plugins = Array.from(ctx.standards.byDigest.values())
  await publishDemonstration(ctx, trustFile)

  // Files of two versions of a standard have the same units.
  const units = new Map<string, number>()
  let made = 0
  for (const { plugin, version, fileName, request } of missing) {
    const catalogue = plugins.find(({ ref }) => ref.id === plugin && ref.version === version)?.catalogue
    if (!catalogue) continue
    terminal.say('demonstration', { title: `${catalogue.title.zh} ${catalogue.title.en}` })
    const bytes = new TextEncoder().encode(demonstrationCsv(catalogue, request))
    const result = await commitImport(ctx, { plugin, version, fileName, bytes, corrections: [] }, 'demonstration')
    units.set(plugin, Math.max(units.get(plugin) ?? 0, result.units))
    made += result.rounds.length
  }
  const count = Array.from(units.values()).reduce((sum, each) => sum + each, 0)
  terminal.say('demonstrationDone', { units: count, rounds: made })
}

/** The files that the demonstration lacks; none in a database that holds own data. */
export async function missingDemonstration({
  database,
  standards,
}: RequestContext): Promise<ReturnType<typeof demonstrationPlan>> {
  const rounds = await listRounds(database.db)
  if (rounds.some(({ round }) => !round.demonstration)) return []
  const there = new Set(rounds.map(({ round }) => `${round.pluginId} ${round.period}`))
  const catalogues = Array.from(standards.byDigest.values(), ({ catalogue }) => catalogue)
  return demonstrationPlan(catalogues).filter(({ plugin, request }) =>
    request.written.some((period) => !there.has(`${plugin} ${period}`)),
  )
}
