import type { Language } from './language.ts'
import { pair, type Same } from './ui/messages.ts'

const cli = pair(
  {
    help: `准绳 plumbline：把指标评价标准变成可以计算的东西

用法
  plumbline check <插件>                检查插件：逐处列出问题（文件:行:列），并复算示例用例
  plumbline score <插件> <数据文件>     用插件给数据打分
  plumbline import <插件> <数据文件>    把数据文件导入正在运行的服务

<插件>      插件文件夹、plugin.yaml 的路径，或 plugins 目录下的插件编码
<数据文件>  CSV（UTF-8、GB18030）或 XLSX；每行一个评价对象和期，列为 unit、name、period、group 及各项指标和事实

选项
  --json            只输出一个 JSON 对象，供程序读取
  --trace <对象>    score：列出一个评价对象从取值到等级的全过程；多期时取最近一期
  --period <期>     score：只输出这一期
  --out <文件>      score：写入文件，不打印
  --server <地址>   import：服务地址，默认 http://127.0.0.1:4180
  --lang zh-CN|en   输出语言，默认随环境变量 LANG，否则为中文
  -h, --help        显示本说明
  -v, --version     显示版本

退出码
  0 完成    1 插件或数据有问题，已逐条列出    2 命令用法不对    3 程序或环境出错
`,
    usage: {
      check: 'plumbline check <插件>',
      score: 'plumbline score <插件> <数据文件>',
      import: 'plumbline import <插件> <数据文件>',
    },
    seeHelp: '用法见 plumbline --help。',
    operands: '参数个数不对，应为：{{usage}}。',
    optionNotHere: '{{command}} 没有选项 {{option}}。',
    optionUnknown: '选项有误：{{message}}',
    unknownCommand: '没有命令“{{command}}”，可用的有：{{commands}}。',
    unknownCommandNear: '没有命令“{{command}}”，是否要用 {{near}}？',
    unknownLanguage: '不支持语言“{{language}}”，可用 zh-CN 或 en。',
    internal: '程序出错：{{message}}\n请把以上内容连同所用命令反馈给维护者。',
    fileMissing: '没有文件 {{file}}。请检查路径；相对路径从当前目录算起。',
    fileIsFolder: '{{file}} 是文件夹。请给出其中的数据文件。',
    fileForbidden: '没有读取 {{file}} 的权限。',
    periodUnknown: '文件中没有“{{period}}”这一期，有：{{periods}}。',
    unitUnknown: '文件中没有评价对象“{{unit}}”。请用 unit 列的编码或名称。',
    unitAmbiguous: '有不止一个评价对象名为“{{unit}}”，请改用编码：{{units}}。',
    severity: { error: '错误', warning: '提示' },
    faultCount: '共 {{errors}} 处错误，{{warnings}} 处提示。',
    checkSummary: '{{id}} {{version}} 可用：指标 {{indicators}} 项，事实 {{facts}} 项，门槛 {{gates}} 项。',
    checkDigest: '摘要 {{digest}}',
    casesNone: '没有示例用例（cases.yaml）。',
    casesHold: '示例用例 {{count}} 个，复算结果全部一致。',
    casesDiffer: '示例用例有 {{count}} 处与复算结果不一致。',
    caseDifference: '  {{case}}：{{item}} 应为 {{expected}}，算得 {{actual}}',
    draft: '示例：权重、标杆值和等级线均为草案。',
    none: '—',
    columns: {
      unit: '评价对象',
      name: '名称',
      period: '期',
      score: '得分',
      grade: '等级',
      rank: '位次',
      status: '状态',
      limit: '限制',
    },
    limitedBy: '受基本项“{{indicator}}”限制',
    traceHead: '{{unit}}  期 {{period}}  分组 {{group}}',
    traceNode: '{{name}} [{{id}}]  得分 {{score}}  权重 {{weight}}  贡献 {{points}}',
    traceBlank: '无取值：{{blank}}',
    traceRaw: '取值 {{raw}} {{measure}}',
    basic: '基本项',
    state: {
      zeroed: '没有取值，按 0 分计入。',
      excluded: '没有取值，不计入，权重分给同级其余各项。',
      'not-applicable': '不适用，权重分给同级其余各项。',
      'no-result': '没有结果，上级因此也没有结果。',
      'below-coverage': '填报率低于规定，没有结果。',
    },
    gates: '门槛（● 触发，○ 未触发，? 待定）',
    outcome: { passed: '未触发', fired: '触发', undecided: '待定', 'not-for-group': '不适用于本组' },
    decisive: '（决定等级）',
    traceScore: '得分 {{score}}  {{status}}',
    traceByScore: '按得分：{{grade}}',
    traceBasic: '基本项规则：{{indicator}}得 {{score}} 分，再高一级要求 {{required}} 分，最高 {{grade}}',
    traceCap: '封顶：{{grade}}（{{gate}}）',
    traceGrade: '等级：{{grade}}',
    traceRank: '位次：{{place}} / {{of}}',
    traceNext: '距{{grade}}还差 {{points}} 分',
    imported: '已导入：评价对象 {{units}} 个，取值 {{cells}} 个。',
    importedRound: '  {{title}}  期 {{period}}  批次 {{id}}',
    notImported: '没有导入任何数据。',
  },
  {
    help: `plumbline: an indicator-assessment standard, made executable

Usage
  plumbline check <plugin>           check a plugin: every fault as file:line:column, golden cases recomputed
  plumbline score <plugin> <data>    score a data file by a plugin
  plumbline import <plugin> <data>   import a data file into the running server

<plugin>  a plugin folder, the path of its plugin.yaml, or the id of a plugin under plugins
<data>    CSV (UTF-8, GB18030) or XLSX; one row a unit and period, with the columns unit, name, period, group and one
          for each indicator and fact

Options
  --json            print exactly one JSON object, for scripts
  --trace <unit>    score: the whole chain of one unit, from raw value to grade; of several periods the newest
  --period <period> score: this period only
  --out <file>      score: write to a file instead of printing
  --server <url>    import: where the server is, http://127.0.0.1:4180 by default
  --lang zh-CN|en   language of the output; by default that of LANG, else Chinese
  -h, --help        this text
  -v, --version     the version

Exit codes
  0 done    1 the plugin or the data has faults, all listed    2 wrong usage    3 the program or the machine failed
`,
    usage: {
      check: 'plumbline check <plugin>',
      score: 'plumbline score <plugin> <data>',
      import: 'plumbline import <plugin> <data>',
    },
    seeHelp: 'See plumbline --help.',
    operands: 'Wrong number of arguments; it is: {{usage}}.',
    optionNotHere: '{{command}} has no option {{option}}.',
    optionUnknown: 'Wrong option: {{message}}',
    unknownCommand: 'There is no command “{{command}}”; there are: {{commands}}.',
    unknownCommandNear: 'There is no command “{{command}}”. Is it {{near}}?',
    unknownLanguage: 'The language “{{language}}” is not spoken; use zh-CN or en.',
    internal: 'The program failed: {{message}}\nPlease send this, with the command, to the maintainers.',
    fileMissing: 'There is no file {{file}}. Check the path; it is relative to the current folder.',
    fileIsFolder: '{{file}} is a folder. Name the data file in it.',
    fileForbidden: '{{file}} may not be read: permission is missing.',
    periodUnknown: 'The file has no period “{{period}}”; it has: {{periods}}.',
    unitUnknown: 'The file has no unit “{{unit}}”. Use the code of the column unit, or the name.',
    unitAmbiguous: 'More than one unit is named “{{unit}}”; use the code: {{units}}.',
    severity: { error: 'error', warning: 'warning' },
    faultCount: '{{errors}} errors, {{warnings}} warnings.',
    checkSummary: '{{id}} {{version}} is usable: {{indicators}} indicators, {{facts}} facts, {{gates}} gates.',
    checkDigest: 'digest {{digest}}',
    casesNone: 'There are no golden cases (cases.yaml).',
    casesHold: '{{count}} golden cases, all recomputed alike.',
    casesDiffer: 'The golden cases differ from the recomputed results in {{count}} places.',
    caseDifference: '  {{case}}: {{item}} should be {{expected}}, is {{actual}}',
    draft: 'Sample: weights, goalposts and grade lines are drafts.',
    none: '—',
    columns: {
      unit: 'Unit',
      name: 'Name',
      period: 'Period',
      score: 'Score',
      grade: 'Grade',
      rank: 'Rank',
      status: 'Status',
      limit: 'Limited by',
    },
    limitedBy: 'basic indicator “{{indicator}}”',
    traceHead: '{{unit}}  period {{period}}  group {{group}}',
    traceNode: '{{name}} [{{id}}]  score {{score}}  weight {{weight}}  contributes {{points}}',
    traceBlank: 'no value: {{blank}}',
    traceRaw: 'value {{raw}} {{measure}}',
    basic: 'basic',
    state: {
      zeroed: 'No value: counts as 0.',
      excluded: 'No value: left out, its weight re-shared among the siblings.',
      'not-applicable': 'Not applicable: its weight is re-shared among the siblings.',
      'no-result': 'No result, and the parent has none for that reason.',
      'below-coverage': 'Coverage is below the minimum: no result.',
    },
    gates: 'Gates (● fired, ○ passed, ? undecided)',
    outcome: { passed: 'passed', fired: 'fired', undecided: 'undecided', 'not-for-group': 'not for this group' },
    decisive: '(decides the grade)',
    traceScore: 'score {{score}}  {{status}}',
    traceByScore: 'by score: {{grade}}',
    traceBasic: 'basic rule: {{indicator}} scores {{score}}, the next grade asks {{required}}, so at most {{grade}}',
    traceCap: 'cap: {{grade}} ({{gate}})',
    traceGrade: 'grade: {{grade}}',
    traceRank: 'rank: {{place}} of {{of}}',
    traceNext: '{{points}} points to {{grade}}',
    imported: 'Imported: {{units}} units, {{cells}} values.',
    importedRound: '  {{title}}  period {{period}}  round {{id}}',
    notImported: 'Nothing was imported.',
  },
)

/** Every text of the command line. */
export type CliMessages = Omit<Same<(typeof cli)['zh']>, 'usage'> & { readonly usage: Readonly<Record<string, string>> }

export const cliMessages: Readonly<Record<Language, CliMessages>> = { 'zh-CN': cli.zh, en: cli.en }
