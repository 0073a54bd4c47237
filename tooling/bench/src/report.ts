/** The page of figures, Chinese and English. */
import type { KernelBench } from './bench-kernel.ts'
import type { LineBench } from './bench-line.ts'
import type { ReadBench } from './bench-read.ts'
import type { Machine } from './machine.ts'
import { milliseconds, table, times } from './report-format.ts'

/** What a part of the page was measured under. */
export interface Circumstances {
  readonly date: string
  /** Runnable threads on the machine, mean of the last minute. */
  readonly load: number
}

/** Parts of the page by their headings, in its order. */
export type Parts = ReadonlyMap<string, string>

const PART = /^(?=## )/m

/** A page from its parts. */
export const pageOf = (machine: Machine, parts: Parts): string =>
  [heading(machine), ...parts.values()].join('\n\n') + '\n'

/** The parts of a page. */
export const partsOf = (page: string): Parts =>
  new Map(
    page
      .split(PART)
      .slice(1)
      .map((part) => [headingOf(part), part.trim()]),
  )

export const headingOf = (part: string): string => part.split('\n', 1)[0] ?? ''

/** A part with what it was measured under. */
export const stamped = (part: string, { date, load }: Circumstances): string =>
  `${part}\n\n_${date} · 负载 load ${load.toFixed(1)}_`

const heading = (machine: Machine): string => `# 性能实测 Benchmarks

由 \`npx --yes pnpm@12 bench\` 生成，再次运行即重新测量并改写本页（\`--only kernel,doubt\` 只改写所列部分）。数据全部为虚构。毫秒数随机器而变；同一次运行中的比值才可比较，机器繁忙时看最小值。每部分注明日期与测量时机器的负载。

Written by \`npx --yes pnpm@12 bench\`; run it again to measure again (\`--only kernel,doubt\`: those parts alone). All data
are invented. Milliseconds depend on the machine; compare ratios within one run, and minima where the machine was busy. Each
part says when it was measured, and how busy the machine was.

${machine.cores} × ${machine.cpu} · Node ${machine.node}`

export const kernelPart = (kernel: readonly KernelBench[]): string => `## 评分内核 Kernel

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

export const linePart = (line: LineBench): string => `## 从上传到排名 From upload to league table

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

export const readPart = (read: ReadBench): string => `## 读取大文件 Reading a large file

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
