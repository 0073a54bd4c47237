/** Writes `schema/plugin.schema.json`; a test holds the file equal to what this writes. */
import { writeFileSync } from 'node:fs'
import { manifestJsonSchema } from '../src/json-schema.ts'

const target = new URL('../schema/plugin.schema.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`)
