import type { Language } from './language.ts'

/** What the server says in the terminal; `{name}` stands for a value. */
const messages = {
  building: { zh: '正在构建网页端……', en: 'Building the web client…' },
  preparing: { zh: '正在准备数据库……', en: 'Preparing the database…' },
  settled: { zh: '已补算上次未完成的评价批次：{rounds}', en: 'Scored what the last stop left open: {rounds}' },
  demonstration: { zh: '正在载入示例数据：{title}……', en: 'Loading the demonstration: {title}…' },
  demonstrationDone: {
    zh: '示例数据已载入：{units} 个虚构评价对象，{rounds} 个评价批次（不需要时以 PLUMBLINE_DEMO=off 和新的数据目录启动）',
    en: 'Demonstration loaded: {units} fictional units, {rounds} rounds (to go without, start with PLUMBLINE_DEMO=off and a new data directory)',
  },
  demonstrationSigned: {
    zh: '示例签名：密钥在载入示例时生成，私钥已丢弃。',
    en: 'Signed for the demonstration: the keys were made when it was loaded, their private halves thrown away.',
  },
  demonstrationPublisher: { zh: '示例发布者（虚构）', en: 'Example publisher (fictional)' },
  demonstrationCommittee: { zh: '示例标准委员会（虚构）', en: 'Example standards committee (fictional)' },
  pluginFailed: {
    zh: '插件 {plugin} 未能载入，其余照常工作：',
    en: 'Plugin {plugin} did not load; the others work all the same:',
  },
  listening: { zh: '准绳已启动：{url}', en: 'Plumbline is running: {url}' },
  data: { zh: '数据：{place}。按 Ctrl+C 停止。', en: 'Data: {place}. Ctrl+C stops it.' },
  stopping: { zh: '正在停止……', en: 'Stopping…' },
  stopped: { zh: '已停止，数据已保存。', en: 'Stopped; data are saved.' },
  unexpected: {
    zh: '启动时出现未预料的错误，详细信息如下，请连同版本一并反馈：',
    en: 'An unexpected error at start; the details follow, please report them with the version:',
  },
} as const

/** A line that the server says. */
export type ServerMessage = keyof typeof messages

/**
 * One line for the terminal.
 *
 * @example serverLine('listening', 'en', { url: 'http://127.0.0.1:4180' })
 */
export function serverLine(
  message: ServerMessage,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = messages[message][language === 'en' ? 'en' : 'zh']
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '—'))
}
