/** The page of figures, Chinese and English. */
import type { CheckBench } from './bench-check.ts'
import type { DoubtBench } from './bench-doubt.ts'
import type { KernelBench } from './bench-kernel.ts'
import type { LineBench } from './bench-line.ts'
import type { LoadBench } from './bench-load.ts'
import type { ReadBench } from './bench-read.ts'
import type { SandboxBench } from './bench-sandbox.ts'
import type { UncertaintyBench } from './bench-uncertainty.ts'
import type { Machine } from './machine.ts'
import { checkPart } from './report-check.ts'
import { doubtPart } from './report-doubt.ts'
import { milliseconds, table, times } from './report-format.ts'
import { loadPart } from './report-load.ts'
import { sandboxPart } from './report-sandbox.ts'
import { uncertaintyPart } from './report-uncertainty.ts'

export interface Figures {
  readonly date: string
  readonly machine: Machine
  readonly kernel: readonly KernelBench[]
  readonly line: LineBench
  readonly read: ReadBench
  readonly load: LoadBench
  readonly sandbox: SandboxBench
  readonly doubt: readonly DoubtBench[]
  readonly uncertainty: readonly UncertaintyBench[]
  readonly check: CheckBench
}

export const report = (figures: Figures): string =>
  [
    heading(figures),
    kernelPart(figures.kernel),
    linePart(figures.line),
    readPart(figures.read),
    loadPart(figures.load),
    sandboxPart(figures.sandbox),
    doubtPart(figures.doubt),
    uncertaintyPart(figures.uncertainty),
    checkPart(figures.check),
  ].join('\n\n') + '\n'

const heading = ({ date, machine }: Figures): string => `# 性能实测 Benchmarks

由 \`npx --yes pnpm@12 bench\` 生成，再次运行即重新测量并改写本页。数据全部为虚构。毫秒数随机器而变；同一次运行中的比值才可比较，机器繁忙时看最小值。

Written by \`npx --yes pnpm@12 bench\`; run it again to measure again. All data are invented. Milliseconds depend on the
machine; compare ratios within one run, and minima where the machine was busy.

${date} · ${machine.cores} × ${machine.cpu} · Node ${machine.node}`

const kernelPart = (kernel: readonly KernelBench[]): string => `## 评分内核 Kernel

40 项指标、10 个二级指标、4 个一级指标，缺失 5 %，含否决、封顶、基本项、等级与位次。对照写法：每行一个对象、逐行递归，结果逐行核对一致后才计时；内核另外还校验数据，并给出每个节点的状态、覆盖率、有效权重与贡献。

40 indicators under 10 sub-pillars and 4 pillars, 5 % missing, with veto, cap, basic rule, grades and ranks. The reference
is plain code on one object a row; scores, grades and ranks are checked to be equal before anything is timed. The kernel
also checks the data, and gives state, coverage, effective weight and contribution of every node.

${table(
  [
    '评价对象 units',
    '内核中位数 kernel median',
    '最小 min',
    '对照中位数 plain median',
    '最小 min',
    '倍数 ratio (median · min)',
  ],
  kernel.map(({ units, kernel: fast, naive }) => [
    units.toLocaleString('en'),
    milliseconds(fast.median),
    milliseconds(fast.min),
    milliseconds(naive.median),
    milliseconds(naive.min),
    `${times(naive.median / fast.median)} · ${times(naive.min / fast.min)}`,
  ]),
)}`

const linePart = (line: LineBench): string => `## 从上传到排名 From upload to league table

${line.units} 家、${line.indicators} 项指标的 CSV，经真实接口写入磁盘上的 PGlite：检查、提交（入库并评分）、取排名表；每个新库依次上传三个年度。要求：上传到排名表少于 2 秒；打开档案少于 100 毫秒。

A CSV of ${line.units} units and ${line.indicators} indicators through the real API into a PGlite on disk: check, commit (stored
and scored), league table; three years in turn into each fresh database. Bars: upload to table under 2 s; opening a profile under 100 ms.

${table(
  ['步骤 step', '次数 runs', '中位数 median', '最小 min', '要求 bar'],
  line.steps.map(({ timing, bar }) => [
    timing.name,
    String(timing.runs),
    milliseconds(timing.median),
    milliseconds(timing.min),
    bar === null ? '' : `${bar} ms ${timing.median < bar ? '✓' : '✗'}`,
  ]),
)}`

const readPart = (read: ReadBench): string => `## 读取大文件 Reading a large file

${table(
  [
    '行 rows',
    '列 columns',
    'MB',
    '中位数 median',
    '最小 min',
    '每秒行数 rows per second',
    '内存峰值 peak RSS',
    '读取前 before',
  ],
  [
    [
      read.rows.toLocaleString('en'),
      String(read.columns),
      read.megabytes.toFixed(1),
      milliseconds(read.time.median),
      milliseconds(read.time.min),
      Math.round((1000 * read.rows) / read.time.median).toLocaleString('en'),
      `${Math.round(read.peak)} MiB`,
      `${Math.round(read.idle)} MiB`,
    ],
  ],
)}`
