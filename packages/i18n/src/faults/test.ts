import type { FaultWordings } from './wording.ts'

/** What an author is told by golden cases and by the laws that follow from a manifest. */
export const testFaults: FaultWordings = {
  CASES_NOT_YAML: {
    zh: { what: '示例用例不是有效的 YAML（{detail}）。', remedy: '请检查该行的缩进、冒号和引号。' },
    en: {
      what: 'The golden cases are not valid YAML ({detail}).',
      remedy: 'Check the indentation, colons and quotes of that line.',
    },
  },
  CASES_INVALID: {
    zh: {
      what: '示例用例有误（{detail}）。',
      remedy: '请对照其他插件的 cases.yaml 改正该项；用例必须是虚构的，并写明 synthetic: true。',
    },
    en: {
      what: 'The golden cases have a fault ({detail}).',
      remedy: 'Correct it after the cases.yaml of another plugin; cases are synthetic and say so with synthetic: true.',
    },
  },
  CASE_DIFFERS: {
    zh: {
      what: '用例“{case}”：{item} 应为 {expected}，算得 {actual}。',
      remedy: '请核对取值和规则；规则确已修改时改正用例，并按修订发布新版本。',
    },
    en: {
      what: 'Case “{case}”: {item} should be {expected}, is {actual}.',
      remedy:
        'Check the values and the rule; where the rule was changed on purpose, correct the case and release a major version.',
    },
  },
  CASE_SCORE_DIFFERS: {
    zh: {
      what: '用例“{case}”：{item} 应为 {expected}，算得 {actual}，相差 {off}，允许 {tolerance}。',
      remedy: '请核对取值和规则；规则确已修改时改正用例，并按修订发布新版本。',
    },
    en: {
      what: 'Case “{case}”: {item} should be {expected}, is {actual}; it is off by {off}, {tolerance} is allowed.',
      remedy:
        'Check the values and the rule; where the rule was changed on purpose, correct the case and release a major version.',
    },
  },
  PROPERTY_NOT_TOTAL: {
    zh: {
      what: '有一组允许填报的取值无法计分（{reason}）。取值：{example}；其余各项取最差值。',
      remedy: '请放宽取值规则，使每个允许的取值都能计分，或在取值规则中排除它。',
    },
    en: {
      what: 'Values that may be reported cannot be scored ({reason}). Values: {example}; all others at their worst.',
      remedy: 'Widen the value rule so that every allowed value has a score, or exclude the value there.',
    },
  },
  PROPERTY_OUT_OF_BOUNDS: {
    zh: {
      what: '“{id}”得 {score} 分，不在 0 至 100 之间。取值：{example}；其余各项取最差值。',
      remedy: '请检查该节点的合成方法和参数。',
    },
    en: {
      what: '“{id}” scores {score}, outside 0 to 100. Values: {example}; all others at their worst.',
      remedy: 'Check the aggregation method of that node and its parameters.',
    },
  },
  PROPERTY_CONTRIBUTIONS: {
    zh: {
      what: '各指标的贡献合计 {sum}，与得分 {score} 不符。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'The contributions of the indicators add up to {sum}, not to the score {score}. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_WEIGHTS: {
    zh: {
      what: '“{id}”下参与计算的权重合计 {sum}，不是 1。取值：{example}；其余各项取最差值。',
      remedy: '请检查该节点下的权重。',
    },
    en: {
      what: 'The weights that count below “{id}” sum to {sum}, not to 1. Values: {example}; all others at their worst.',
      remedy: 'Check the weights below that node.',
    },
  },
  PROPERTY_NOT_MONOTONE: {
    zh: {
      what: '“{zh}”由 {from} 改善到 {to}，总得分反而由 {before} 降到 {after}。其他取值：{example}；其余各项取最差值。',
      remedy: '请检查该指标的方向和取值规则，以及其上各级的合成方法。',
    },
    en: {
      what: '“{en}” improves from {from} to {to} and the score falls from {before} to {after}. Other values: {example}; all others at their worst.',
      remedy: 'Check the direction and the value rule of the indicator, and the methods above it.',
    },
  },
  PROPERTY_GRADE_FALLS: {
    zh: {
      what: '“{zh}”由 {from} 改善到 {to}，等级反而由 {before} 降到 {after}。其他取值：{example}；其余各项取最差值。',
      remedy: '请检查比较该指标的门槛：条件的方向可能写反了。',
    },
    en: {
      what: '“{en}” improves from {from} to {to} and the grade falls from {before} to {after}. Other values: {example}; all others at their worst.',
      remedy: 'Check the gates that compare this indicator: a condition may point the wrong way.',
    },
  },
  PROPERTY_NOT_APPLICABLE_PAYS: {
    zh: {
      what: '把“{zh}”申报为不适用，得分最多可提高 {most}。例如由 {before} 升到 {after}，取值：{example}；其余各项取最差值。',
      remedy: '请写明何种情形方可不适用并要求证明材料，或改用不重新分配权重的规则。',
    },
    en: {
      what: 'Declaring “{en}” not applicable can raise the score by up to {most}. For example from {before} to {after}, values: {example}; all others at their worst.',
      remedy:
        'Say when it may be not applicable and ask for evidence, or choose a rule that does not re-share the weight.',
    },
  },
  PROPERTY_NOT_DETERMINISTIC: {
    zh: {
      what: '同样的数据两次计算的结果不同，或与行的次序有关。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'The same data gave two different results, or the order of the rows mattered. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_LOCALE: {
    zh: {
      what: '结果与名称的文字或列的次序有关。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'The result depends on the script of names or on the order of columns. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_GROUP_REFUSED: {
    zh: {
      what: '一组允许填报的取值放在一起无法计分（{reason}）。',
      remedy: '请放宽取值规则或比较方法的参数；全组取值相同的情形可用 constant 写明得分。',
    },
    en: {
      what: 'A group of values that may be reported cannot be scored together ({reason}).',
      remedy: 'Widen the value rule or the comparison; say by constant what is scored where all values are equal.',
    },
  },
  PROPERTY_GROUP_ORDER: {
    zh: {
      what: '同组对象换一个次序，结果就不同。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'The same group in another order gives another result. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_TWINS_DIFFER: {
    zh: {
      what: '同组两个取值完全相同的对象，一个得 {first} 分，一个得 {second} 分。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'Of two units of a group that report the same, one scores {first} and the other {second}. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_BETTER_BEHIND: {
    zh: {
      what: '同组两个对象只有“{zh}”不同：{from} 的得 {before} 分，更好的 {to} 反而只得 {after} 分。其他取值：{example}；其余各项取最差值。',
      remedy: '请检查该指标的方向和取值规则，以及其上各级的合成与比较方法。',
    },
    en: {
      what: 'Two units of a group differ in “{en}” alone: {from} scores {before}, and the better {to} only {after}. Other values: {example}; all others at their worst.',
      remedy: 'Check the direction and the value rule of the indicator, and the methods above it.',
    },
  },
  PROPERTY_RISE_LOWERS: {
    zh: {
      what: '同组其他对象不变，一个对象的“{zh}”由 {from} 改善到 {to}，自身得分反而由 {before} 降到 {after}。其他取值：{example}；其余各项取最差值。',
      remedy: '请检查该指标的方向和取值规则，以及其上各级的合成与比较方法。',
    },
    en: {
      what: 'The other units of a group as they are, a unit improves in “{en}” from {from} to {to} and its own score falls from {before} to {after}. Other values: {example}; all others at their worst.',
      remedy: 'Check the direction and the value rule of the indicator, and the methods above it.',
    },
  },
  PROPERTY_PERIODS_MIX: {
    zh: {
      what: '加入另一期的对象后，本期的结果变了。取值：{example}；其余各项取最差值。',
      remedy: '这是计算内核的问题，请连同插件反馈给维护人员。',
    },
    en: {
      what: 'Units of another period change the result of this one. Values: {example}; all others at their worst.',
      remedy: 'This is a fault of the kernel: report it together with the plugin.',
    },
  },
  PROPERTY_PROGRAM_FAILS: {
    zh: {
      what: '程序对允许填报的数据项出错（{reason}）。数据项：{example}；其余各项取常见值。',
      remedy: '请在程序中处理这种取值，例如没有结果时返回 null；或以 min、max 限定数据项。',
    },
    en: {
      what: 'The program fails on inputs that may be reported ({reason}). Inputs: {example}; all others as usual.',
      remedy:
        'Handle them in the program, for example by null where there is no result; or bound the inputs by min and max.',
    },
  },
  PROPERTY_PROGRAM_DIFFERS: {
    zh: {
      what: '同样的数据项，程序前后两次的结果不同。',
      remedy: '请检查程序是否在两次运行之间保留了状态。',
    },
    en: {
      what: 'The same inputs give another result when the program is run again.',
      remedy: 'Check whether the program keeps something between two runs.',
    },
  },
  PROPERTY_OUTSIDE_INTERVAL: {
    zh: {
      what: '补填“{zh}”为 {value} 后得 {score} 分，超出此前公布的区间 {low} 至 {high}。取值：{example}；其余各项取最差值。',
      remedy: '请检查其上各级的合成方法；若方法无误，请反馈给维护人员。',
    },
    en: {
      what: 'Answering “{en}” with {value} gives {score}, outside the interval {low} to {high} published before. Values: {example}; all others at their worst.',
      remedy: 'Check the methods above it; if they are right, report it to the maintainers.',
    },
  },
}
