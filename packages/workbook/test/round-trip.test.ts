import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook } from '../src/index.ts'
import { besideOf, plugins } from './plugins.ts'

describe.each(plugins.map((plugin) => [`${plugin.ref.id} ${plugin.ref.version}`, plugin] as const))(
  '%s',
  (_, plugin) => {
    const beside = besideOf(plugin)

    it.each(['zh-CN', 'en'] as const)('comes back from its workbook as it was (%s)', async (language) => {
      const bytes = await exportWorkbook(plugin, { ...beside, language })
      const draft = await importWorkbook(bytes, { available: plugins })
      const { manifest, cases, changelog } = documentOf(plugin, beside)
      expect(draft.faults).toEqual([])
      expect(draft.document).toEqual({ manifest, cases, changelog })
      expect(draft.plugin?.catalogue.framework).toEqual(plugin.catalogue.framework)
    })
  },
)
