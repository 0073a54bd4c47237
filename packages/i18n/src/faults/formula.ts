import type { FaultWordings } from './wording.ts'

/** Faults of formulas as they are written: the text, the names, the types, the units of measure, what they may read. */
export const formulaFaults: FaultWordings = {
  FORMULA_TOO_LONG: {
    zh: { what: '公式有 {length} 个字符，超过上限 {most} 个。', remedy: '请拆成几个指标，或改用更短的写法。' },
    en: {
      what: 'The formula has {length} characters; at most {most} are read.',
      remedy: 'Split it over several indicators, or write it shorter.',
    },
  },
  FORMULA_TOO_DEEP: {
    zh: { what: '公式嵌套超过 {most} 层。', remedy: '请减少括号，长串的加法请改用 sum(…)。' },
    en: {
      what: 'The formula is nested more than {most} deep.',
      remedy: 'Use fewer brackets; write a long sum as sum(…).',
    },
  },
  FORMULA_TOO_LARGE: {
    zh: {
      what: '公式有 {parts} 个部分、{depth} 层，上限为 {most} 个、{deepest} 层。',
      remedy: '请拆成几个指标，或改用更短的写法。',
    },
    en: {
      what: 'The formula has {parts} parts, {depth} deep; the limits are {most} and {deepest}.',
      remedy: 'Split it over several indicators, or write it shorter.',
    },
  },
  FORMULA_EMPTY: {
    zh: { what: '公式是空的。', remedy: '请写出公式，例如 甲 / 乙。' },
    en: { what: 'The formula is empty.', remedy: 'Write one, for example a / b.' },
  },
  FORMULA_CHARACTER: {
    zh: { what: '公式中不能有字符“{text}”。', remedy: '请删去；含这种字符的名称请写在「」或反引号之间。' },
    en: {
      what: 'A formula cannot hold the character “{text}”.',
      remedy: 'Remove it; write a name that has it between back quotes.',
    },
  },
  FORMULA_QUOTE_OPEN: {
    zh: { what: '引号没有配对：{text}', remedy: '请补上后一个引号。' },
    en: { what: 'A quotation mark is not closed: {text}', remedy: 'Add the closing one.' },
  },
  FORMULA_NUMBER: {
    zh: {
      what: '“{text}”不是数值，或与后面的字连在一起。',
      remedy: '请写成 12 或 0.5；数值与名称之间请写运算符。',
    },
    en: {
      what: '“{text}” is no number, or runs into what follows.',
      remedy: 'Write 12 or 0.5, and an operator between a number and a name.',
    },
  },
  FORMULA_ENDS: {
    zh: { what: '公式没有写完。', remedy: '请在末尾补上数值、名称或括号。' },
    en: { what: 'The formula ends too early.', remedy: 'Add the number, name or bracket that is missing.' },
  },
  FORMULA_OPERAND_WANTED: {
    zh: { what: '“{text}”处应为数值、名称、函数或括号。', remedy: '请补上，或删去多余的符号。' },
    en: {
      what: 'A number, name, function or bracket is wanted where “{text}” stands.',
      remedy: 'Add it, or remove the sign that is too many.',
    },
  },
  FORMULA_OPERATOR_WANTED: {
    zh: {
      what: '“{text}”之前缺少运算符。',
      remedy: '请补上 + - * / 等；名称中含空格的请写在「」或反引号之间。',
    },
    en: {
      what: 'An operator is missing before “{text}”.',
      remedy: 'Add + - * / or another; write a name with spaces between back quotes.',
    },
  },
  FORMULA_UNEXPECTED: {
    zh: { what: '这里不应有“{text}”。', remedy: '请检查括号是否配对、有无多余的符号。' },
    en: { what: '“{text}” cannot stand here.', remedy: 'Check the brackets and remove what is too many.' },
  },
  FORMULA_WANTED: {
    zh: { what: '这里应为“{wanted}”，实为“{text}”。', remedy: '请补上；then、else、and 也可写作 那么、否则、且。' },
    en: { what: '“{wanted}” is wanted here, not “{text}”.', remedy: 'Add it.' },
  },
  FORMULA_COMPARISON_CHAIN: {
    zh: { what: '比较不能连写。', remedy: '请改写为 甲 < 乙 且 乙 < 丙，或 乙 介于 甲 且 丙。' },
    en: {
      what: 'Comparisons cannot be chained.',
      remedy: 'Write a < b and b < c, or b between a and c.',
    },
  },
  FORMULA_NAME_UNKNOWN: {
    zh: {
      what: '没有名为“{name}”的数据项、事实、参数或指标可用在这里。',
      remedy: '可用的有：{suggestions}。“如果、那么、且”等关键词前后请留空格或写括号。',
    },
    en: {
      what: 'Nothing that may be read here is named “{name}”.',
      remedy: 'There are: {suggestions}. Leave a space before and after a keyword.',
    },
  },
  FORMULA_NAME_AMBIGUOUS: {
    zh: { what: '有几项都叫“{name}”：{ids}。', remedy: '请改用编码，编码中的 - 写作 _。' },
    en: { what: 'Several are named “{name}”: {ids}.', remedy: 'Use the id, with _ for every hyphen.' },
  },
  FORMULA_FUNCTION_UNKNOWN: {
    zh: { what: '没有函数“{name}”。', remedy: '可用：{suggestions}。' },
    en: { what: 'There is no function “{name}”.', remedy: 'There are: {suggestions}.' },
  },
  FORMULA_ARITY: {
    zh: { what: '函数 {name} 需要 {least} 至 {most} 个参数，这里有 {count} 个。', remedy: '请增减参数。' },
    en: {
      what: '{name} takes {least} to {most} operands; here are {count}.',
      remedy: 'Add or remove operands.',
    },
  },
  FORMULA_TYPE: {
    zh: {
      what: '类型不符：此处应为 {expected}，实为 {actual}（number 数值，boolean 是否，choice 选项，string 引号内的文字）。',
      remedy: '是否值用 且、或、非；数值用算术和比较；number(…) 把是否变为 1 和 0。',
    },
    en: {
      what: 'Wrong type: {expected} is needed, this is {actual}.',
      remedy: 'Use and, or, not with booleans, arithmetic with numbers; number(…) turns a boolean into 1 and 0.',
    },
  },
  FORMULA_TYPES_DIFFER: {
    zh: {
      what: '并列的两项类型不同：{expected} 与 {actual}（number 数值，boolean 是否，choice 选项，string 引号内的文字）。',
      remedy: '请使两项类型一致。',
    },
    en: { what: 'Two parts side by side differ in type: {expected} and {actual}.', remedy: 'Make them the same type.' },
  },
  FORMULA_STRING_ALONE: {
    zh: { what: '文字“{text}”只能与选项比较。', remedy: '请与选项类数据项比较，例如 级别 = "三级"。' },
    en: { what: 'The text “{text}” can only be compared with a choice.', remedy: 'Write, for example, tier = "a".' },
  },
  FORMULA_OPTION_UNKNOWN: {
    zh: { what: '没有选项“{text}”。', remedy: '可选：{suggestions}。' },
    en: { what: 'There is no option “{text}”.', remedy: 'There are: {suggestions}.' },
  },
  FORMULA_RESULT_TYPE: {
    zh: {
      what: '公式的结果是 {actual}，应为 {expected}（number 数值，boolean 是否，choice 选项，string 引号内的文字）。',
      remedy: '指标的值要算出数值（是否型指标要算出是否）；规则和门槛要算出是否。',
    },
    en: {
      what: 'The formula gives {actual}; {expected} is needed.',
      remedy: 'A value is a number (of a boolean indicator a boolean); a rule and a gate are booleans.',
    },
  },
  FORMULA_UNITS_DIFFER: {
    zh: {
      what: '计量单位不同：“{left}”与“{right}”不能相加、相减或比较。',
      remedy: '请先换算；确认无误时用 measure(…, "单位") 注明单位。',
    },
    en: {
      what: 'Units of measure differ: “{left}” and “{right}” cannot be added or compared.',
      remedy: 'Convert one of them, or vouch for the unit with measure(…, "unit").',
    },
  },
  FORMULA_RESULT_UNIT: {
    zh: {
      what: '公式的结果以“{actual}”计，指标的计量单位是“{declared}”。',
      remedy: '请换算，或改正计量单位；确认无误时用 measure(…, "单位") 注明单位。',
    },
    en: {
      what: 'The formula gives “{actual}”, the indicator is measured in “{declared}”.',
      remedy: 'Convert it, correct the unit of measure, or vouch for it with measure(…, "unit").',
    },
  },
  FORMULA_SHARE_NOT_PERCENT: {
    zh: { what: '公式的结果是 0 至 1 的比值，指标以 % 计。', remedy: '请乘以 100，或改用 percent(甲, 乙)。' },
    en: {
      what: 'The formula gives a share from 0 to 1, the indicator is measured in %.',
      remedy: 'Multiply by 100, or use percent(a, b).',
    },
  },
  FORMULA_SCORE_HERE: {
    zh: { what: '这里还没有得分，不能用 {name}。', remedy: 'score(…) 只能用在门槛的条件中。' },
    en: { what: 'There are no scores here yet.', remedy: 'score(…) stands in the condition of a gate only.' },
  },
  FORMULA_NODE_UNKNOWN: {
    zh: { what: '指标树中没有（或不止一个）名为“{name}”的节点。', remedy: '可用：{suggestions}。' },
    en: { what: 'The tree has no node named “{name}”, or more than one.', remedy: 'There are: {suggestions}.' },
  },
  FORMULA_READS_UNKNOWN: {
    zh: { what: '公式读取“{name}”，此处没有或不能读取。', remedy: '请检查数据项、参数和指标的编码。' },
    en: {
      what: 'The formula reads “{name}”, which is not there or may not be read here.',
      remedy: 'Check the ids of inputs, parameters and indicators.',
    },
  },
  FORMULA_OPERANDS: {
    zh: { what: '运算“{operator}”不能有 {count} 个运算数。', remedy: '请改正框架中的公式。' },
    en: { what: '“{operator}” cannot have {count} operands.', remedy: 'Correct the formula in the framework.' },
  },
}
