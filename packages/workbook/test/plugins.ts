import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import { parse } from 'yaml'
import type { Json } from '../src/index.ts'

const folder = path.resolve(import.meta.dirname, '../../../plugins')

export const { plugins } = await loadPlugins(folder)

export const pluginNamed = (id: string): LoadedPlugin => {
  const found = plugins.find(({ ref }) => ref.id === id)
  if (!found) throw new Error(`no plugin ${id}`)
  return found
}

export interface Beside {
  readonly cases: Json
  readonly changelog: string
}

/** The files of a plugin folder that are not part of its bundle; by id, since a folder may have another name. */
export function besideOf({ ref }: LoadedPlugin): Beside {
  const home = readdirSync(folder).find((name) => {
    const manifest = path.join(folder, name, 'plugin.yaml')
    if (!existsSync(manifest)) return false
    const { id, version } = parse(readFileSync(manifest, 'utf8')) as { id: string; version: string }
    return id === ref.id && version === ref.version
  })
  const text = (name: string): string => {
    const file = path.join(folder, home ?? '', name)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }
  const cases = text('cases.yaml')
  return { cases: cases === '' ? null : (parse(cases) as Json), changelog: text('CHANGELOG.md') }
}
