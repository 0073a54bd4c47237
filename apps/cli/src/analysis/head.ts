import type { LongJob } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { KERNEL_VERSION, SEMANTICS, type Dataset } from '@plumbline/kernel'
import { saying } from '../output/score-table.ts'
import type { Terminal } from '../terminal.ts'
import type { Loaded } from './load.ts'

/** Everything that decides a report besides the data file itself. */
export const provenanceOf = ({ plugin, period }: Pick<Loaded, 'plugin' | 'period'>, job?: LongJob) => ({
  plugin: plugin.ref,
  uses: plugin.uses,
  period,
  kernel: KERNEL_VERSION,
  semantics: SEMANTICS,
  ...(job ? { job } : {}),
})

/** What a head is made of: one period of a plugin's data. */
interface Headed extends Pick<Loaded, 'plugin' | 'period'> {
  readonly input: { readonly dataset: Pick<Dataset, 'size'> }
}

/** Title, version, period and size, for people. */
export function headText({ plugin: { catalogue, ref }, input, period }: Headed, { texts, language }: Terminal): string {
  const title = saying(language)(catalogue.title)
  const values = { title, id: ref.id, version: ref.version, period, units: input.dataset.size }
  return `${fillText(texts.uncertainty.head, values)}\n`
}

export const provenanceText = ({ plugin }: Pick<Loaded, 'plugin'>, { texts }: Terminal): string =>
  `${fillText(texts.uncertainty.provenance, { kernel: KERNEL_VERSION, semantics: SEMANTICS, plugin: plugin.ref.digest })}\n`

/** Names of nodes, facts, gates and grades in the reader's language; the id where there is none. */
export function namer({ plugin: { catalogue } }: Loaded, { language }: Terminal): (id: string | null) => string {
  const say = saying(language)
  const texts = new Map(
    [...catalogue.facts, ...catalogue.nodes, ...catalogue.grades].map((text) => [text.id, say(text)] as const),
  )
  for (const gate of catalogue.gates) texts.set(gate.gate.id, say(gate))
  return (id) => texts.get(id ?? '') ?? id ?? ''
}
