import { searchUnits } from '@plumbline/db'
import type { App } from '../context.ts'
import type { UnitHit } from '../contract.ts'
import { untitled } from './summary.ts'

/** Units by part of their code or name; nothing for an empty text. */
export async function search(app: App, text: string, limit: number): Promise<readonly UnitHit[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  const units = await searchUnits(app.database.db, wanted, limit)
  const titleOf = (plugin: string) => app.standards.newest.get(plugin)?.catalogue.title ?? untitled(plugin)
  return units.map(({ code, name, rounds }) => ({
    code,
    name,
    rounds: rounds.map(({ key, pluginId, period }) => ({
      id: key,
      plugin: pluginId,
      title: titleOf(pluginId),
      period,
    })),
  }))
}
