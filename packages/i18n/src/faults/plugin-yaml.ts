import type { FaultWordings } from './wording.ts'

/** Faults of the YAML that a manifest is written in. */
export const pluginYamlFaults: FaultWordings = {
  YAML_SYNTAX: {
    zh: { what: 'YAML 语法有误（{detail}）。', remedy: '请检查这一行及其上一行的缩进、冒号和引号。' },
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
  YAML_KEY_LINE: {
    zh: {
      what: '这一处的“键: 值”写法有误：一行里有两个键，或一个键占了几行。',
      remedy: '请每行只写一个“键: 值”；文字中含有冒号时，整段文字加引号。',
    },
    en: {
      what: '“key: value” is not written right here: two keys in one line, or one key over several.',
      remedy: 'Write one “key: value” a line; put text that contains a colon in quotes.',
    },
  },
  YAML_TOKEN: {
    zh: {
      what: '这里不应出现这个符号。',
      remedy: '文字以 @、`、%、&、*、!、|、> 开头，或含有“: ”“ #”时，请加引号；括号和逗号请成对检查。',
    },
    en: {
      what: 'This character is not expected here.',
      remedy:
        'Put text in quotes that begins with @, `, %, &, *, !, | or >, or that contains “: ” or “ #”; check brackets and commas.',
    },
  },
  YAML_ESCAPE: {
    zh: { what: '双引号中的反斜杠用法有误。', remedy: '请改用单引号，或把 \\ 写成两个。' },
    en: {
      what: 'A backslash within double quotes is not used right.',
      remedy: 'Use single quotes, or write it twice.',
    },
  },
  YAML_MARK: {
    zh: {
      what: '这里的 YAML 标签（!）、锚点（&）、引用（*）或指令（%）用法有误。',
      remedy: '标准中用不到标签和指令，请删去；以这些符号开头的文字请加引号。',
    },
    en: {
      what: 'A YAML tag (!), anchor (&), alias (*) or directive (%) is not used right here.',
      remedy: 'A standard needs no tags or directives: remove them; put text that begins with such a sign in quotes.',
    },
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
