/** Lints made-up files under the repository's own configuration, in a folder of their own that is gone afterwards. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')
const ARROWS = 'tooling/lint/arrows.json'
const OXLINT = join(ROOT, 'node_modules/.bin/oxlint')

export interface Finding {
  /** `eslint(no-restricted-imports)` */
  readonly code: string
  readonly severity: string
  readonly filename: string
}

/**
 * @param files - Path from the root of the repository, and what would stand there.
 * @returns What the linter finds, by path.
 */
export function lintProbes(files: ReadonlyMap<string, string>): Map<string, Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-lint-'))
  try {
    writeFileSync(join(folder, '.oxlintrc.json'), withoutTypes(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')))
    cpSync(join(ROOT, ARROWS), join(folder, ARROWS))
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const found = new Map<string, Finding[]>([...files.keys()].map((path) => [path, []]))
    for (const finding of oxlint(folder, [])) found.get(finding.filename)?.push(finding)
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lints a folder; paths in the findings are relative to it. */
export function oxlint(folder: string, args: readonly string[]): Finding[] {
  const { stdout, stderr } = spawnSync(OXLINT, ['--format', 'json', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`)
  const report: unknown = JSON.parse(stdout)
  if (!isReport(report)) throw new Error('oxlint reports in another form than expected')
  return report.diagnostics.map((finding) => ({ ...finding, filename: finding.filename.replaceAll('\\', '/') }))
}

/** Rules that need types need a whole project around the file; a probe has none. */
function withoutTypes(config: string): string {
  const parsed: unknown = JSON.parse(config)
  return JSON.stringify({ ...(typeof parsed === 'object' ? parsed : {}), options: {} })
}

const isReport = (value: unknown): value is { readonly diagnostics: readonly Finding[] } =>
  typeof value === 'object' && value !== null && 'diagnostics' in value && Array.isArray(value.diagnostics)
