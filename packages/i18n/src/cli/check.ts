import { pair } from '../ui/messages.ts'

/** Texts of `plumbline check`. */
export const checkTexts = pair(
  {
    usage: 'plumbline check <插件>',
    summary: '检查插件：逐处列出问题（文件:行:列），并复算示例用例',
    options: {},
    usable: '{{id}} {{version}} 可用：指标 {{indicators}} 项，事实 {{facts}} 项，门槛 {{gates}} 项。',
    digest: '摘要 {{digest}}',
    casesNone: '没有示例用例（cases.yaml）。',
    casesHold: '示例用例 {{count}} 个，复算结果全部一致。',
    casesDiffer: '示例用例有 {{count}} 处与复算结果不一致。',
  },
  {
    usage: 'plumbline check <plugin>',
    summary: 'check a plugin: every fault as file:line:column, golden cases recomputed',
    options: {},
    usable: '{{id}} {{version}} is usable: {{indicators}} indicators, {{facts}} facts, {{gates}} gates.',
    digest: 'digest {{digest}}',
    casesNone: 'There are no golden cases (cases.yaml).',
    casesHold: '{{count}} golden cases, all recomputed alike.',
    casesDiffer: 'The golden cases differ from the recomputed results in {{count}} places.',
  },
)
