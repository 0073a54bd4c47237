/** Loads every packed plugin of the folder on the command line, as a start does, and prints a `LoadReport`. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlbFile } from '@plumbline/bundle'
import { bundleCandidate, checkForms, createFileCache, loadCandidates } from '@plumbline/plugin-host'
import type { LoadReport } from './bench-load.ts'

const [, , folder = '', cacheFolder = ''] = process.argv
const cache = createFileCache(cacheFolder, 'bench')
const begin = performance.now()
const files = (await readdir(folder)).filter((file) => file.endsWith('.plb'))
const candidates = await Promise.all(
  files.map(async (file) => {
    const { bundle, ref } = await readPlbFile(join(folder, file), file)
    return bundleCandidate({ directory: file, name: file, digest: ref.digest, bundle, standing: 'copy' }, cache)
  }),
)
const { plugins, failed } = loadCandidates(candidates)
const milliseconds = performance.now() - begin

const start = performance.now()
const { sound } = checkForms({
  versions: candidates.flatMap(({ form, digest, directory }) => {
    const uses = plugins.find(({ ref }) => ref.digest === digest)?.uses ?? []
    return form ? [{ directory, name: directory, bundle: form.bundle, uses }] : []
  }),
  used: new Map(plugins.map(({ ref, bundle }) => [ref.digest, bundle])),
})
const check = performance.now() - start
for (const { form, directory } of candidates) if (sound.includes(directory)) form?.accept()

const unsound = candidates.filter(({ form }) => form?.isChecked() === false).length
const report: LoadReport = { plugins: plugins.length, failed: failed.length + unsound, milliseconds, check }
process.stdout.write(JSON.stringify(report))
