import type { LoadBench } from './bench-load.ts'
import { milliseconds, table } from './report-format.ts'

const BAR = 50

export const loadPart = ({
  plugins,
  kilobytes,
  first,
  again,
}: LoadBench): string => `## 启动时装入插件包 Loading packed plugins at a start

${plugins} 个插件包（共 ${Math.round(kilobytes)} kB），每次在新进程中装入：读文件、核对摘要、解析引用，直到可用。首次逐个读取并检查清单；之后按内容摘要取用上次的结果，评分计划在首次使用时编译。要求：少于 ${BAR} 毫秒。

${plugins} packed plugins (${Math.round(kilobytes)} kB together), each time in a new process: files read, digests checked, uses resolved, ready.
The first time every manifest is read and checked; after that the result is taken by the digest of the content, and a
plan is compiled with its first use. Bar: under ${BAR} ms.

${table(
  ['', '次数 runs', '中位数 median', '最小 min', '要求 bar'],
  [
    ['首次 first', String(first.runs), milliseconds(first.median), milliseconds(first.min), ''],
    [
      '再次启动 every later start',
      String(again.runs),
      milliseconds(again.median),
      milliseconds(again.min),
      `${BAR} ms ${again.min < BAR ? '✓' : '✗'}`,
    ],
  ],
)}`
