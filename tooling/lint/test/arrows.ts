/**
 * The arrows of the house, once more and apart from the linter's configuration: which package may import which. The tests
 * hold `arrows.json` and every `package.json` to this table.
 */
export interface Arrow {
  /** Folder, from the root. */
  readonly folder: string
  /** Packages it may import. */
  readonly imports: readonly string[]
  /** Packages of which it may import types alone. */
  readonly types?: readonly string[]
}

export const PACKAGES = [
  'kernel',
  'analysis',
  'jobs',
  'plugin-api',
  'plugin-host',
  'testkit',
  'digest',
  'bundle',
  'sandbox',
  'testkit',
  'intake',
  'workbook',
  'document',
  'i18n',
  'db',
  'demo',
  'api',
] as const

export const APPS = ['server', 'cli', 'web'] as const

export const ARROWS: readonly Arrow[] = [
  { folder: 'packages/kernel', imports: [] },
  { folder: 'packages/analysis', imports: ['kernel'] },
  { folder: 'packages/jobs', imports: ['kernel', 'analysis'] },
  { folder: 'packages/plugin-api', imports: ['kernel'] },
  { folder: 'packages/plugin-host', imports: ['kernel', 'plugin-api', 'digest'] },
  { folder: 'packages/testkit', imports: ['kernel', 'analysis', 'plugin-api', 'plugin-host'] },
  { folder: 'packages/digest', imports: [] },
  { folder: 'packages/bundle', imports: ['kernel', 'plugin-api', 'plugin-host', 'digest'] },
  { folder: 'packages/sandbox', imports: ['kernel'] },
  { folder: 'packages/testkit', imports: ['kernel', 'analysis', 'plugin-api', 'plugin-host'] },
  { folder: 'packages/intake', imports: ['kernel', 'plugin-api'] },
  { folder: 'packages/workbook', imports: ['kernel', 'plugin-api', 'plugin-host', 'intake', 'i18n'] },
  { folder: 'packages/document', imports: ['kernel', 'plugin-api', 'i18n'] },
  { folder: 'packages/i18n', imports: ['kernel'] },
  { folder: 'packages/db', imports: ['kernel', 'digest'] },
  { folder: 'packages/demo', imports: ['kernel', 'analysis', 'plugin-api'] },
  {
    folder: 'packages/api',
    imports: ['kernel', 'analysis', 'plugin-api', 'plugin-host', 'sandbox', 'intake', 'db', 'digest', 'bundle'],
    types: ['testkit'],
  },
  { folder: 'plugins/some-sector', imports: ['plugin-api'] },
  {
    folder: 'apps/web',
    imports: ['kernel', 'analysis', 'i18n'],
    types: ['api', 'plugin-api', 'plugin-host', 'intake'],
  },
  { folder: 'apps/server', imports: PACKAGES },
  { folder: 'apps/cli', imports: PACKAGES },
]
