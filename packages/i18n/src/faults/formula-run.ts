import type { FaultWordings } from './wording.ts'

/** Faults of formulas as they run, of the data that they read, and of parameters and inputs as a standard defines them. */
export const formulaRunFaults: FaultWordings = {
  FORMULA_DIVIDE_BY_ZERO: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）除数为 0，运算数为 {operands}。',
      remedy: '请核对数据；除数可以为 0 时，请在公式中写明：如果 乙 = 0 那么 0 否则 甲 / 乙，或用不适用规则。',
    },
    en: {
      what: 'The formula “{formula}” divides by 0 at character {position} ({part}); operands {operands}.',
      remedy: 'Check the data; where the divisor may be 0 say so in the formula, or by a not-applicable rule.',
    },
  },
  FORMULA_LOG_NOT_POSITIVE: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）对数的真数不大于 0，运算数为 {operands}。',
      remedy: '请核对数据，或改为 ln(1 + x)。',
    },
    en: {
      what: 'The formula “{formula}” takes the logarithm of a number that is not positive at character {position} ({part}); operands {operands}.',
      remedy: 'Check the data, or write ln(1 + x).',
    },
  },
  FORMULA_SQRT_NEGATIVE: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）对负数开平方，运算数为 {operands}。',
      remedy: '请核对数据，或在公式中先判断正负。',
    },
    en: {
      what: 'The formula “{formula}” takes the square root of a negative number at character {position} ({part}); operands {operands}.',
      remedy: 'Check the data, or ask for the sign first.',
    },
  },
  FORMULA_POWER_ROOT: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）求负数的非整数次方，运算数为 {operands}。',
      remedy: '请核对数据，或改用整数次方。',
    },
    en: {
      what: 'The formula “{formula}” raises a negative number to a power that is not whole at character {position} ({part}); operands {operands}.',
      remedy: 'Check the data, or use a whole exponent.',
    },
  },
  FORMULA_OVERFLOW: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）的结果超出数值范围，运算数为 {operands}。',
      remedy: '请核对数据的大小和计量单位。',
    },
    en: {
      what: 'The formula “{formula}” leaves the range of numbers at character {position} ({part}); operands {operands}.',
      remedy: 'Check the size of the data and their unit of measure.',
    },
  },
  FORMULA_ROUND_DIGITS: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）的小数位数应为 0 至 9 的整数，运算数为 {operands}。',
      remedy: '请改正小数位数。',
    },
    en: {
      what: 'The formula “{formula}” rounds to decimals that are not a whole number from 0 to 9 at character {position} ({part}); operands {operands}.',
      remedy: 'Correct the number of decimals.',
    },
  },
  FORMULA_NOT_WHOLE: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）只能用于整数，运算数为 {operands}。',
      remedy: '请核对数据，或先取整。',
    },
    en: {
      what: 'The formula “{formula}” needs a whole number at character {position} ({part}); operands {operands}.',
      remedy: 'Check the data, or round first.',
    },
  },
  FORMULA_CLAMP_ENDS: {
    zh: {
      what: '公式“{formula}”第 {position} 个字符处（{part}）的下限大于上限，运算数为 {operands}。',
      remedy: '请对调上下限，或核对数据。',
    },
    en: {
      what: 'The formula “{formula}” has a lower end above the upper one at character {position} ({part}); operands {operands}.',
      remedy: 'Swap the ends, or check the data.',
    },
  },
  FORMULA_MORE_ROWS: {
    zh: { what: '公式“{formula}”还有 {more} 行有同类问题，未逐一列出。', remedy: '请先改正已列出的。' },
    en: { what: 'The formula “{formula}” has {more} more rows of this kind.', remedy: 'Put right those listed first.' },
  },
  NOT_APPLICABLE_REFUSED: {
    zh: { what: '填报为不适用，但规则“{formula}”在此不成立。', remedy: '请填报数据，或核对规则所依据的数据。' },
    en: {
      what: 'Reported as not applicable, and the rule “{formula}” does not hold here.',
      remedy: 'Report the data, or check what the rule reads.',
    },
  },
  NOT_APPLICABLE_UNDECIDED: {
    zh: { what: '填报为不适用，但规则“{formula}”所需的数据缺失，无法判定。', remedy: '请补齐规则所需的数据。' },
    en: {
      what: 'Reported as not applicable, and the rule “{formula}” cannot be decided: data that it reads are missing.',
      remedy: 'Report the data that the rule reads.',
    },
  },
  NOT_APPLICABLE_WITH_VALUE: {
    zh: { what: '按规则“{formula}”本指标不适用，却填报了数值。', remedy: '请删去数值，或核对规则所依据的数据。' },
    en: {
      what: 'By the rule “{formula}” the indicator does not apply, and a value is reported.',
      remedy: 'Remove the value, or check what the rule reads.',
    },
  },
  COMPUTED_COLUMN_GIVEN: {
    zh: { what: '本指标由公式算出，不能另外填报。', remedy: '请删去这一列，填报公式所用的数据项。' },
    en: {
      what: 'This indicator is worked out by a formula and cannot be reported as well.',
      remedy: 'Remove the column and report what the formula reads.',
    },
  },
  PARAM_WITHOUT_DATE: {
    zh: { what: '参数随日期变化，但没有给出规则基准日。', remedy: '请给出基准日，例如 --as-of 2026-07-01。' },
    en: {
      what: 'The parameter changes by date, and no date is given to read it at.',
      remedy: 'Give one, for example --as-of 2026-07-01.',
    },
  },
  PARAM_NOT_COVERED: {
    zh: {
      what: '参数在基准日 {asOf} 还没有值，最早的值始于 {first}。',
      remedy: '请补上更早的值，或改用较晚的基准日。',
    },
    en: {
      what: 'The parameter has no value yet as of {asOf}; its first is from {first}.',
      remedy: 'Add an earlier value, or use a later date.',
    },
  },
  PARAM_WITHOUT_VALUE: {
    zh: { what: '参数没有任何值。', remedy: '请至少写一个，例如 values: { 2026-01-01: 0.6 }。' },
    en: { what: 'The parameter has no value.', remedy: 'Write one at least, for example values: { 2026-01-01: 0.6 }.' },
  },
  PARAM_VALUE_NOT_USABLE: {
    zh: { what: '参数的值不可用：{from} 起为 {value}。', remedy: '请写有限的数值和 2026-01-01 这样的日期。' },
    en: {
      what: 'The parameter has a value that cannot be used: {value} from {from}.',
      remedy: 'Write a finite number and a date such as 2026-01-01.',
    },
  },
  PARAM_DATES_ORDER: {
    zh: { what: '参数各值的日期没有按先后排列，或有重复。', remedy: '请按日期由早到晚排列。' },
    en: {
      what: 'The dates of the parameter are not in order, or come twice.',
      remedy: 'Put them in order, earliest first.',
    },
  },
  INPUT_WITHOUT_OPTIONS: {
    zh: { what: '选项类数据项没有选项。', remedy: '请写出选项。' },
    en: { what: 'The choice has no options.', remedy: 'Name its options.' },
  },
  INPUT_INFINITE: {
    zh: { what: '数据项的值 {value} 不是有限的数值。', remedy: '请改正。' },
    en: { what: 'The input has the value {value}, which is not finite.', remedy: 'Correct it.' },
  },
  INPUT_NOT_BOOLEAN: {
    zh: { what: '数据项应为是（1）或否（0），实为 {value}。', remedy: '请改正。' },
    en: { what: 'The input must be yes (1) or no (0); it is {value}.', remedy: 'Correct it.' },
  },
  INPUT_NOT_WHOLE: {
    zh: { what: '数据项应为整数，实为 {value}。', remedy: '请改正。' },
    en: { what: 'The input must be a whole number; it is {value}.', remedy: 'Correct it.' },
  },
  INPUT_NOT_AN_OPTION: {
    zh: { what: '数据项有 {options} 个选项，{value} 不是其中之一。', remedy: '请改正。' },
    en: { what: 'The input has {options} options; {value} is none of them.', remedy: 'Correct it.' },
  },
  INPUT_OUT_OF_RANGE: {
    zh: { what: '数据项应在 {min} 至 {max} 之间，实为 {value}。', remedy: '请核对数据和计量单位。' },
    en: {
      what: 'The input must lie between {min} and {max}; it is {value}.',
      remedy: 'Check the data and the unit of measure.',
    },
  },
  PLUGIN_INPUT_UNKNOWN: {
    zh: { what: '没有编码为“{name}”的数据项。', remedy: '可用：{suggestions}；或在这里写出完整的定义。' },
    en: { what: 'There is no input with the id “{name}”.', remedy: 'There are: {suggestions}; or define it here.' },
  },
  PLUGIN_INPUTS_WITHOUT_VALUE: {
    zh: { what: '指标有数据项（inputs），却没有公式（value）。', remedy: '请写 value，或删去 inputs。' },
    en: { what: 'The indicator has inputs and no value.', remedy: 'Write a value, or remove the inputs.' },
  },
  PLUGIN_VALUE_FOR_EXPERT: {
    zh: { what: '专家评分型指标不能用公式算出。', remedy: '请删去 value，或改用其他类型。' },
    en: {
      what: 'A panel’s rating cannot be worked out by a formula.',
      remedy: 'Remove the value, or change the type.',
    },
  },
  PLUGIN_INPUT_RANGE: {
    zh: { what: '下限 {min} 大于上限 {max}。', remedy: '请改正 min 和 max。' },
    en: { what: 'The least value {min} lies above the greatest, {max}.', remedy: 'Correct min and max.' },
  },
  PLUGIN_OPTION_TWICE: {
    zh: { what: '“{name}”指不止一个选项。', remedy: '请给每个选项不同的编码和名称。' },
    en: { what: '“{name}” means more than one option.', remedy: 'Give each option an id and names of its own.' },
  },
  PLUGIN_DATE: {
    zh: { what: '日历上没有 {date} 这一天。', remedy: '请改正日期。' },
    en: { what: 'There is no such day as {date}.', remedy: 'Correct the date.' },
  },
  MANIFEST_DATE: {
    zh: { what: '“{actual}”不是日期。', remedy: '请写成 2026-01-01。' },
    en: { what: '“{actual}” is no date.', remedy: 'Write it as 2026-01-01.' },
  },
}
