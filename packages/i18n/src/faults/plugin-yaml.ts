import type { FaultWordings } from './wording.ts'

/** Faults of the YAML that a manifest is written in. */
export const pluginYamlFaults: FaultWordings = {
  YAML_SYNTAX: {
    zh: { what: 'YAML 语法有误：{detail}', remedy: '请检查这一行及其上一行的缩进、冒号和引号。' },
    en: {
      what: 'This is not valid YAML: {detail}',
      remedy: 'Check indentation, colons and quotes on this line and the one above.',
    },
  },
  YAML_BAD_INDENT: {
    zh: { what: '缩进有误，或括号没有闭合。', remedy: '同一级的条目要对齐，每个 [ 和 { 都要有对应的 ] 和 }。' },
    en: {
      what: 'The indentation is wrong, or a bracket is not closed.',
      remedy: 'Align entries of one level and close every [ and { with ] and }.',
    },
  },
  YAML_TAB_AS_INDENT: {
    zh: { what: '缩进用了制表符。', remedy: '请改用空格。' },
    en: { what: 'The indentation uses a tab.', remedy: 'Use spaces.' },
  },
  YAML_MISSING_CHAR: {
    zh: { what: '这里缺少一个符号（冒号、逗号、引号或括号）。', remedy: '请补上；含有冒号或逗号的文字要加引号。' },
    en: {
      what: 'A character is missing here (a colon, comma, quote or bracket).',
      remedy: 'Add it; put text that contains a colon or comma in quotes.',
    },
  },
  YAML_DUPLICATE_KEY: {
    zh: { what: '同一个键在这里出现了两次。', remedy: '请只保留一个，否则不知道以哪个为准。' },
    en: {
      what: 'The same key stands here twice.',
      remedy: 'Keep one of them; which one should count cannot be known.',
    },
  },
  YAML_MULTIPLE_DOCS: {
    zh: { what: '文件中有不止一个 YAML 文档（以 --- 分隔）。', remedy: '请只保留一个。' },
    en: { what: 'The file has more than one YAML document (separated by ---).', remedy: 'Keep only one.' },
  },
  YAML_NON_STRING_KEY: {
    zh: { what: '键必须是文字。', remedy: '请给这个键加上引号，或改成键名。' },
    en: { what: 'A key has to be text.', remedy: 'Put this key in quotes or use a key’s name.' },
  },
  YAML_TOO_DEEP: {
    zh: { what: '文件的嵌套层数过深，无法读取。', remedy: '请减少嵌套；正常的标准不会超过几十层。' },
    en: {
      what: 'The file is nested too deeply to be read.',
      remedy: 'Nest less; no usual standard goes beyond a few dozen levels.',
    },
  },
  YAML_ALIASES: {
    zh: { what: '锚点引用（*）展开后超过 {most} 处，已停止读取。', remedy: '请把内容直接写出来，不要层层引用。' },
    en: {
      what: 'Aliases (*) expand to more than {most} places; reading was stopped.',
      remedy: 'Write the content out instead of nesting aliases.',
    },
  },
  YAML_ALIAS_UNKNOWN: {
    zh: { what: '有一处引用（*）找不到对应的锚点（&）。', remedy: '请先定义锚点，或把内容直接写出来。' },
    en: {
      what: 'An alias (*) has no anchor (&) above it.',
      remedy: 'Define the anchor first, or write the content out.',
    },
  },
}
