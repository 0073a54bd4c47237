import { pair } from '../ui/messages.ts'

/** Texts that the commands share, and the frame of the help. */
export const commonTexts = pair(
  {
    title: '准绳 plumbline：把指标评价标准变成可以计算的东西',
    usage: '用法',
    commandHelp: '每个命令的选项见 plumbline <命令> --help。',
    operandNotes: `<插件>      插件文件夹、plugin.yaml 的路径，或 plugins 目录下的插件编码
<数据文件>  CSV（UTF-8、GB18030）或 XLSX；每行一个评价对象和期，列为 unit、name、period、group 及各项指标和事实`,
    optionsHead: '选项',
    options: {
      json: { value: '', text: '只输出一个 JSON 对象，供程序读取' },
      lang: { value: 'zh-CN|en', text: '输出语言，默认随环境变量 LANG，否则为中文' },
      help: { value: '', text: '显示本说明（-h）' },
      version: { value: '', text: '显示版本（-v）' },
    },
    exitHead: '退出码',
    exits: '0 完成    1 插件或数据有问题，已逐条列出    2 命令用法不对    3 程序或环境出错    130 被 Ctrl+C 取消',
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
    severity: { error: '错误', warning: '提示' },
    faultCount: '共 {{errors}} 处错误，{{warnings}} 处提示。',
    none: '—',
  },
  {
    title: 'plumbline: an indicator-assessment standard, made executable',
    usage: 'Usage',
    commandHelp: 'plumbline <command> --help lists the options of a command.',
    operandNotes: `<plugin>  a plugin folder, the path of its plugin.yaml, or the id of a plugin under plugins
<data>    CSV (UTF-8, GB18030) or XLSX; one row a unit and period, with the columns unit, name, period, group and one
          for each indicator and fact`,
    optionsHead: 'Options',
    options: {
      json: { value: '', text: 'print exactly one JSON object, for scripts' },
      lang: { value: 'zh-CN|en', text: 'language of the output; by default that of LANG, else Chinese' },
      help: { value: '', text: 'this text (-h)' },
      version: { value: '', text: 'the version (-v)' },
    },
    exitHead: 'Exit codes',
    exits:
      '0 done    1 the plugin or the data has faults, all listed    2 wrong usage    3 the program or the machine failed    130 stopped by Ctrl+C',
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
    severity: { error: 'error', warning: 'warning' },
    faultCount: '{{errors}} errors, {{warnings}} warnings.',
    none: '—',
  },
)
