import type { Catalogue, LeagueRow, Text } from '@plumbline/api/contract'

/** Why a row is not ranked, or why its grade is lower than its score: sentences of the standard, by kind. */
export interface Reason {
  readonly kind: 'veto' | 'entry' | 'cap' | 'basic'
  readonly id: string
  /** The gate's sentence; for the basic rule the indicator's name. */
  readonly text: Text
}

/** Reasons that show on a row: fired vetoes and entry conditions, the deciding cap, the basic indicator. */
export function reasonsOf(row: LeagueRow, catalogue: Catalogue | undefined): readonly Reason[] {
  const gates = (catalogue?.gates ?? [])
    .filter(({ gate }) => row.gates.includes(gate.id) && (gate.kind !== 'cap' || gate.id === row.cappedBy))
    .map(({ gate, zh, en }): Reason => ({ kind: gate.kind, id: gate.id, text: { zh, en } }))
  const basic = catalogue?.nodes.find((node) => node.id === row.limitedBy)
  return basic ? [...gates, { kind: 'basic', id: basic.id, text: { zh: basic.zh, en: basic.en } }] : gates
}
