/** Files of a plugin folder that are not part of a version's content. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Json } from '@plumbline/workbook'
import { parse } from 'yaml'

export interface Beside {
  /** `cases.yaml` as plain data; null where there is none. */
  readonly cases: Json
  /** Empty where there is none. */
  readonly changelog: string
}

export async function besideOf(directory: string): Promise<Beside> {
  const [cases, changelog] = await Promise.all(
    ['cases.yaml', 'CHANGELOG.md'].map((name) => textOf(path.join(directory, name))),
  )
  return { cases: cases === undefined || cases === '' ? null : (parse(cases) as Json), changelog: changelog ?? '' }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}
