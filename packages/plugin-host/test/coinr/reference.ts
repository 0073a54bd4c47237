/** COINr's recorded results, read from the kernel's fixtures; what is read is noted for the list of cases. */
import { readFileSync } from 'node:fs'
import { coverageOf, type CoveredCase } from '@plumbline/vitest/reference'

const at = (path: string): URL => new URL(path, import.meta.url)
const list = JSON.parse(readFileSync(at('../fixtures/COVERAGE.json'), 'utf8')) as {
  readonly cases: readonly CoveredCase[]
}
const { tracked, readsEveryCase } = coverageOf(list.cases, new URL('..', import.meta.url).href)
export { readsEveryCase }

export type Recorded = number | string | null
export type Columns = Readonly<Record<string, readonly Recorded[]>>

export interface Case {
  readonly id: string
  readonly input: string
  readonly params: Readonly<Record<string, unknown>>
  readonly quirk: string | null
  readonly output: Columns
  /** Units that screening removes. */
  readonly removed?: readonly string[]
}

export interface Place {
  readonly code: string
  readonly parent: string | null
  readonly weight: number
  readonly level: number
}

/** A made-up set: units, tree and raw data. */
export interface ReferenceSet {
  readonly units: readonly string[]
  /** One for all unless told. */
  readonly periods?: readonly string[]
  readonly sector: readonly string[]
  readonly denominators: Columns
  readonly directions: Readonly<Record<string, 1 | -1>>
  readonly params: Readonly<Record<string, Readonly<Record<string, number | string | boolean | null>>>>
  readonly raw: Columns
}

/** The parse step: the files' shapes are fixed by the files. */
export const read = <T>(name: string): T => {
  const path = `../../../kernel/test/fixtures/${name}.json`
  return tracked(path, JSON.parse(readFileSync(at(`../fixtures/${path}`), 'utf8')) as T)
}

export const casesOf = (name: string): readonly Case[] =>
  read<{ readonly cases: readonly Case[] }>(`prepare/${name}`).cases

/** Null is missing. */
export const column = (values: readonly Recorded[] = []): number[] =>
  values.map((value) => (value === null ? NaN : Number(value)))
