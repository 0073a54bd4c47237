import { readFileSync } from 'node:fs'
import { FaultError, type Fault } from '@plumbline/kernel'
import { loadBundle } from '@plumbline/plugin-host'
import { expect, it } from 'vitest'
import { describeFault, LANGUAGES } from '../src/index.ts'

const core = readFileSync(new URL('../../../plugins/ai-core/plugin.yaml', import.meta.url), 'utf8')

function faultsOf(manifest: string): readonly Fault[] {
  try {
    loadBundle({ files: { 'plugin.yaml': manifest } }, [], { name: 'plugins/core' })
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}

it.each([
  [
    'status: draft',
    'status: drafty',
    '不能取“drafty”。',
    'Use one of: draft, candidate, published, deprecated, withdrawn.',
  ],
  ['publisher:', 'publishr:', '没有“publishr”这个键。', 'Did you mean “publisher”?'],
  [
    'weight: 0.35',
    "weight: '0.35'",
    '这里应为数值，实为 0.35。',
    'Write a number without quotes or a unit of measure.',
  ],
  [
    'ladder: data-readiness',
    'ladder: data-readyness',
    '没有名为“data-readyness”的阶梯。',
    'Did you mean: data-readiness? A new ladder has to be listed under ladders.',
  ],
  ['en: Deployment', 'en:', 'tree/core-deploy/en 缺少英文。', 'Add it; both languages must be complete.'],
  [
    "kernel: '>=0.1 <1'",
    "kernel: '>=9'",
    '插件要求内核版本 >=9，现有内核为 0.1.0。',
    'Install a product version that fits, or widen the range after checking the rules.',
  ],
])('words what is wrong with “%s” -> “%s”', (from, to, zh, remedy) => {
  expect(core).toContain(from)
  const [fault, ...more] = faultsOf(core.replace(from, to))
  expect(more).toEqual([])
  expect(fault && describeFault(fault, 'zh-CN').what).toBe(zh)
  expect(fault && describeFault(fault, 'en').remedy).toBe(remedy)
  for (const language of LANGUAGES)
    expect(fault && describeFault(fault, language).where).toMatch(/^plugins\/core\/plugin\.yaml:\d+:\d+/)
})
