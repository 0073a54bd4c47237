import type { SandboxBench } from './bench-sandbox.ts'
import { milliseconds, table, times } from './report-format.ts'

export const sandboxPart = ({
  attacks,
  units,
  honest,
  native,
}: SandboxBench): string => `## 代码指标的沙箱 Sandbox for code indicators

每段恶意代码在单独的进程中运行一次：结束时的问题代码、到停止为止的时间、整个进程的内存。时限 1 秒，引擎内存 32 MiB。

Each hostile program runs once in a process of its own: the fault it ends with, the time until it is stopped, the memory
of the whole process. Deadline 1 s, engine memory 32 MiB.

${table(
  ['攻击 attack', '问题 fault', '时间 time', '内存之前 before', '峰值 peak RSS'],
  attacks.map(({ name, code, milliseconds: time, idle, peak }) => [
    name,
    code,
    milliseconds(time),
    `${Math.round(idle)} MiB`,
    `${Math.round(peak)} MiB`,
  ]),
)}

正常代码，${units} 个评价对象、各 60 个数，中位数：沙箱 ${milliseconds(honest.median)}（每个 ${milliseconds(honest.median / units)}），直接运行 ${milliseconds(native.median)}，${times(honest.median / native.median)}。

Honest code on ${units} units of 60 figures each, median: sandbox ${milliseconds(honest.median)} (${milliseconds(honest.median / units)} a unit), native ${milliseconds(native.median)}.`
