import type { DoubtBench } from './bench-doubt.ts'
import { milliseconds, table, times } from './report-format.ts'

export const doubtPart = (doubt: readonly DoubtBench[]): string => `## 善意推定 Benefit of the doubt

每个评价对象一个线性规划，全部对象一次求完：无界限、下限（每项份额不低于 0.3/m）、上下限（另加不高于 6/m）。倍数为与同次运行中无界限的最小值之比。

One linear program a unit, a whole round at a time: without bounds, with lower bounds (no share below 0.3/m), with both
(none above 6/m either). The ratio is of minima, to the one without bounds in the same run.

${table(
  ['对象 × 指标 units × indicators', '无界限 free', '下限 lower', '倍数 ratio', '上下限 both', '倍数 ratio'],
  doubt.map(({ units, indicators, free, lower, both }) => [
    `${units} × ${indicators}`,
    milliseconds(free.min),
    milliseconds(lower.min),
    times(lower.min / free.min),
    milliseconds(both.min),
    times(both.min / free.min),
  ]),
)}`
