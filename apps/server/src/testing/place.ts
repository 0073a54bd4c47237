import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, type Database } from '@plumbline/db'
import { postgresTestDatabase } from '@plumbline/db/testing'
import { inject } from 'vitest'

/** Where a server of a test keeps its data, over any number of starts. */
export interface Place {
  /** Settings that make a server use it. */
  readonly env: Readonly<Record<string, string>>
  /** Opens it from outside, while no server has it. */
  open(): Promise<Database>
  remove(): Promise<void>
}

async function onDisk(): Promise<Place> {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-place-'))
  return {
    env: { PLUMBLINE_DATA: directory },
    open: () => openDatabase(directory),
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

async function onServer(): Promise<Place> {
  const made = await postgresTestDatabase(inject('postgresUrl'))
  const url = made.url ?? ''
  return { env: { DATABASE_URL: url }, open: () => openDatabase(url), remove: () => made.close() }
}

/** Both databases, for `describe.each`: the name, and how to get a place on one. */
export const bothPlaces: readonly (readonly [string, () => Promise<Place>])[] = [
  ['PGlite', onDisk],
  ['PostgreSQL', onServer],
]
