import { pair } from '../ui/messages.ts'

/** Texts of `plumbline check`. */
export const checkTexts = pair(
  {
    usage: 'plumbline check <插件>',
    summary: '检查插件：逐处列出问题（文件:行:列），复算示例用例，核对版本号，并提示可疑之处',
    options: {
      data: { value: '<文件>', text: '用一份数据文件检查相关性、标杆值和封顶是否合适' },
      against: { value: '<插件>', text: '核对版本号时所比的上一版本，默认为同目录中较低的最高版本' },
    },
    lint: '提示 {{warnings}} 处，已豁免 {{waived}} 处。',
    usable: '{{id}} {{version}} 可用：指标 {{indicators}} 项，事实 {{facts}} 项，门槛 {{gates}} 项。',
    digest: '摘要 {{digest}}',
    casesNone: '没有示例用例（cases.yaml）。',
    casesHold: '示例用例 {{count}} 个，复算结果全部一致。',
    casesDiffer: '示例用例有 {{count}} 处与复算结果不一致。',
  },
  {
    usage: 'plumbline check <plugin>',
    summary: 'check a plugin: faults as file:line:column, golden cases recomputed, its version, what is suspicious',
    options: {
      data: { value: '<file>', text: 'real rows, to look at correlation, goalposts and caps' },
      against: { value: '<plugin>', text: 'the version before; else the highest lower one beside it' },
    },
    lint: '{{warnings}} warnings, {{waived}} waived.',
    usable: '{{id}} {{version}} is usable: {{indicators}} indicators, {{facts}} facts, {{gates}} gates.',
    digest: 'digest {{digest}}',
    casesNone: 'There are no golden cases (cases.yaml).',
    casesHold: '{{count}} golden cases, all recomputed alike.',
    casesDiffer: 'The golden cases differ from the recomputed results in {{count}} places.',
  },
)
