import type { UncertaintyBench } from './bench-uncertainty.ts'
import { milliseconds, table, times } from './report-format.ts'

export const uncertaintyPart = (benches: readonly UncertaintyBench[]): string => `## 不确定性分析 Uncertainty

375 家、60 项指标、12 个二级指标、4 个一级指标，缺失 5 %，单线程。每次抽取只重算变化的部分；对照为同样的抽取逐次完整评分，得分逐位核对一致后才计时。

375 units, 60 indicators, 12 pillars in 4 groups, 5 % missing, one thread. A draw works out only what it changes; beside
it the same draws, each scored in full. Scores are checked to be equal to the bit before anything is timed.

${table(
  [
    '不确定因素 uncertain',
    '抽取次数 draws',
    '中位数 median',
    '最小 min',
    '完整评分 scored in full',
    '最小 min',
    '倍数 ratio (median · min)',
  ],
  benches.map(({ name, draws, run, full }) => [
    name,
    String(draws),
    milliseconds(run.median),
    milliseconds(run.min),
    milliseconds(full.median),
    milliseconds(full.min),
    `${times(full.median / run.median)} · ${times(full.min / run.min)}`,
  ]),
)}`
