import type { CheckBench } from './bench-check.ts'
import { milliseconds, table } from './report-format.ts'

export const checkPart = ({
  plugin,
  indicators,
  cases,
  check,
}: CheckBench): string => `## 编写时的检查 Checking while writing

对供应的最大标准（${plugin}，${indicators} 项指标，${cases} 个用例）读取并检查插件、复算用例、运行检查规则，不含进程启动。要求：少于 1 秒。

The largest supplied standard (${plugin}, ${indicators} indicators, ${cases} cases) read and checked, its cases recomputed, the
linter run; without the start of the process. Bar: under 1 s.

${table(
  ['次数 runs', '中位数 median', '最小 min', '要求 bar'],
  [
    [
      String(check.runs),
      milliseconds(check.median),
      milliseconds(check.min),
      `1000 ms ${check.median < 1000 ? '✓' : '✗'}`,
    ],
  ],
)}`
