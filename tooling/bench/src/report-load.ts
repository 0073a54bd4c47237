import type { LoadBench } from './bench-load.ts'
import type { Timing } from './measure.ts'
import { milliseconds, table } from './report-format.ts'

const BAR = 50

export const loadPart = ({
  plugins,
  kilobytes,
  first,
  again,
  formless,
  check,
}: LoadBench): string => `## 启动时装入插件包 Loading packed plugins at a start

${plugins} 个插件包（共 ${Math.round(kilobytes)} kB），每次在新进程中装入：读文件、核对摘要、解析引用、建立目录，直到可用；评分计划在首次使用时编译。首次启动由包内的 manifest.json 装入，没有任何缓存；之后按内容摘要取用上次的结果。要求：两者都少于 ${BAR} 毫秒。没有 manifest.json 的旧插件包首次仍逐个读取并检查清单。完整检查在服务器开始监听之后由单独的线程进行，不占启动时间；检查之前不按未核对的内容评分（决策记录 0051）。

${plugins} packed plugins (${Math.round(kilobytes)} kB together), each time in a new process: files read, digests checked, uses resolved,
catalogues made, ready; a plan is compiled with its first use. A first start, with nothing kept, loads from the
manifest.json of each package; later ones take the result by the digest of the content. Bar for both: under ${BAR} ms. Older
packages without manifest.json are read and checked manifest by manifest at a first start. The full check runs in a
thread once the server listens and is no part of the start; nothing is scored by what it has not seen (decision record
0051).

${table(
  ['', '次数 runs', '中位数 median', '最小 min', '要求 bar'],
  [
    row('首次启动 first start', first, BAR),
    row('再次启动 every later start', again, BAR),
    row('首次启动，旧插件包 first start, older packages', formless),
    row('启动之后的完整检查 full check after a first start', check),
  ],
)}`

const row = (name: string, { runs, median, min }: Timing, bar?: number): readonly string[] => [
  name,
  String(runs),
  milliseconds(median),
  milliseconds(min),
  bar === undefined ? '' : `${bar} ms ${median < bar ? '✓' : '✗'}`,
]
