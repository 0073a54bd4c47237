/** The first files of a standard, from the template with four indicators that comes with the command. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface Identity {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly publisher: string
}

const TEMPLATE = path.resolve(import.meta.dirname, '../../templates/standard')

/** @returns By file name, the text with the identity filled in. */
export async function templateFiles(identity: Identity): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(TEMPLATE)
  const files = await Promise.all(
    names.map(async (name) => [
      name.replace(/\.txt$/, ''),
      filled(await readFile(path.join(TEMPLATE, name), 'utf8'), identity),
    ]),
  )
  return Object.fromEntries(files) as Record<string, string>
}

/** Titles stand quoted in YAML, and as they are in the prose of the other files. */
function filled(text: string, { id, zh, en, publisher }: Identity): string {
  const values: Readonly<Record<string, string>> = {
    id,
    publisher: JSON.stringify(publisher),
    zh: JSON.stringify(zh),
    en: JSON.stringify(en),
    zhPlain: zh.replaceAll(/["\\\n]/g, ' '),
    enPlain: en.replaceAll(/["\\\n]/g, ' '),
  }
  return text.replaceAll(/\$(\w+)\$/g, (whole, name: string) => values[name] ?? whole)
}
