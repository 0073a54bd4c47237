import type { FaultWordings } from './wording.ts'

/** Faults of the explanations: routes, waterfalls, shares, intervals, linking; and why there is no route. */
export const explainFaults: FaultWordings = {
  ROUTE_TARGET_UNKNOWN: {
    zh: { what: '等级表中没有“{id}”（现有：{grades}）。', remedy: '请从等级表中选择目标等级。' },
    en: { what: 'There is no grade “{id}” (there are: {grades}).', remedy: 'Choose one of these as the target.' },
  },
  ROUTE_INDICATOR_UNKNOWN: {
    zh: { what: '指标体系中没有末级指标“{id}”。', remedy: '是否应为：{nearest}。锁定或设置难度时只选末级指标。' },
    en: {
      what: 'The tree has no indicator “{id}”.',
      remedy: 'Did you mean: {nearest}? Only indicators can be locked or costed.',
    },
  },
  ROUTE_GATE_UNKNOWN: {
    zh: { what: '没有编号为“{id}”的门槛条件。', remedy: '请从该对象触发的门槛条件中选择。' },
    en: { what: 'There is no gate “{id}”.', remedy: 'Choose among the gates that act on this unit.' },
  },
  ROUTE_COST_NOT_POSITIVE: {
    zh: { what: '指标“{id}”的提升难度为 {cost}，应为正数。', remedy: '请填大于 0 的数；不能改变的指标请锁定。' },
    en: {
      what: 'The effort for indicator “{id}” is {cost}; it must be a positive number.',
      remedy: 'Use a number above 0, and lock what cannot be changed.',
    },
  },
  ROUTE_GATE_STANDS: {
    zh: {
      what: '门槛条件“{id}”仍然触发，无论得分多高都不能评定等级。',
      remedy: '请先消除该条件所针对的情形；它不能用得分抵消。',
    },
    en: {
      what: 'Gate “{id}” still acts: no number of points gives a grade.',
      remedy: 'Clear what the gate is about first; points cannot buy it.',
    },
  },
  ROUTE_CAP_STANDS: {
    zh: {
      what: '封顶条件“{id}”仍然触发，等级最高为 {most}，达不到 {grade}。',
      remedy: '请先消除封顶条件所针对的情形。',
    },
    en: {
      what: 'Cap “{id}” still acts: the grade is {most} at most, below {grade}.',
      remedy: 'Clear what the cap is about first.',
    },
  },
  ROUTE_BASIC_STANDS: {
    zh: {
      what: '基本指标“{id}”最高只能达到 {attainable} 分，目标等级要求 {required} 分。',
      remedy: '如该指标已锁定，请解除锁定；否则请选择较低的目标等级。',
    },
    en: {
      what: 'Basic indicator “{id}” can reach {attainable} at most; the grade asks for {required}.',
      remedy: 'Unlock it if it is locked; else choose a lower grade.',
    },
  },
  ROUTE_POINTS_SHORT: {
    zh: {
      what: '可变动的指标全部提到最高，总分也只有 {attainable} 分，{grade} 需要 {required} 分。',
      remedy: '请解除部分锁定，或选择较低的目标等级。',
    },
    en: {
      what: 'With everything that may change at its best the score is {attainable}; {grade} takes {required}.',
      remedy: 'Unlock some indicators, or choose a lower grade.',
    },
  },
  ROUTE_NO_SCORE: {
    zh: {
      what: '可变动的指标全部填报后仍得不出总分。',
      remedy: '请检查哪些指标缺失且被锁定，或全部填成了不适用。',
    },
    en: {
      what: 'Even with every indicator that may change filled in there is no score.',
      remedy: 'Look for indicators that are missing and locked, or all declared not applicable.',
    },
  },
  ROUTE_LOCKED_NEEDED: {
    zh: {
      what: '没有路径的原因在于锁定：不锁定 {indicators} 时可以达到目标等级。',
      remedy: '请解除其中一部分锁定后重试。',
    },
    en: {
      what: 'The locks are what prevents it: without {indicators} locked the grade can be reached.',
      remedy: 'Unlock some of them and try again.',
    },
  },
  WATERFALL_ROW_NO_SCORE: {
    zh: { what: '该对象没有总分，无法分解。', remedy: '请先补齐数据，或选择已有总分的对象。' },
    en: { what: 'This unit has no score to decompose.', remedy: 'Complete its data, or choose a unit with a score.' },
  },
  WATERFALL_BASELINE_NO_SCORE: {
    zh: { what: '所选的对照基准没有总分，无法比较。', remedy: '请换一个基准，例如满分。' },
    en: { what: 'The chosen baseline has no score.', remedy: 'Choose another, such as full marks.' },
  },
  PEERS_TOO_FEW: {
    zh: {
      what: '同期同组已定级的其他对象只有 {peers} 个，少于 {least} 个，为避免暴露个体，不给出中位数。',
      remedy: '请换一个基准，例如满分或上一年度。',
    },
    en: {
      what: 'Only {peers} other units of the group are graded, fewer than {least}; a median would reveal single units.',
      remedy: 'Choose another baseline, such as full marks or last year.',
    },
  },
  WATERFALL_COMPARES: {
    zh: {
      what: '{branches} 按评价对象之间的比较计分，而满分、中位数等基准不是评价对象，没有可比较的得分。',
      remedy: '请改以另一评价对象，或同一对象的另一期为基准。',
    },
    en: {
      what: '{branches} score units by comparing them; full marks or a median are no unit and have no such score.',
      remedy: 'Take another unit, or the same unit in another period, as the baseline.',
    },
  },
  WATERFALL_AT_TOP: {
    zh: { what: '该对象按得分已是最高等级，没有下一等级。', remedy: '请换一个基准，例如满分。' },
    en: {
      what: 'By its score the unit has the highest grade already; there is no next one.',
      remedy: 'Choose another baseline, such as full marks.',
    },
  },
  WATERFALL_LINE_OUT_OF_REACH: {
    zh: {
      what: '适用指标全部满分也只有 {attainable} 分，达不到 {grade} 的 {required} 分。',
      remedy: '请检查扣分和封顶设置，或换一个基准。',
    },
    en: {
      what: 'Full marks in everything that applies give {attainable}; {grade} takes {required}.',
      remedy: 'Check deductions and maxima, or choose another baseline.',
    },
  },
  PLAYERS_TOO_MANY: {
    zh: { what: '共有 {players} 项变化，精确分摊最多 {most} 项。', remedy: '请把相关的变化合并后再分摊。' },
    en: {
      what: 'There are {players} changes; exact shares take {most} at most.',
      remedy: 'Put changes that belong together into one.',
    },
  },
  UNIT_NOT_IN_PERIOD: {
    zh: { what: '{period} 期的数据中没有评价对象“{unit}”。', remedy: '请选择两期都参评的对象。' },
    en: {
      what: 'Unit “{unit}” has no data in period {period}.',
      remedy: 'Choose a unit that took part in both periods.',
    },
  },
  ATTRIBUTION_NO_SCORE: {
    zh: {
      what: '评价对象“{unit}”在新旧数据与方法的某种组合下得不出总分，无法分摊变化。',
      remedy: '常见原因是新版指标在上期没有数据；请补录上期数据，或改用按两版分别说明。',
    },
    en: {
      what: 'With some mix of old and new data and method unit “{unit}” has no score, so the change cannot be shared out.',
      remedy:
        'Usually the newer method asks for data that the earlier period lacks: add them, or explain the two versions separately.',
    },
  },
  ATTRIBUTION_UNREADABLE: {
    zh: {
      what: '两期所用标准版本不同，一期的数据无法用另一期的规则计分，变化无法分摊。',
      remedy: '请在新版插件的 migrations 文件夹中写明旧数据如何转入；无法计分之处列在下面。',
    },
    en: {
      what: 'The periods use different versions of the standard, and one cannot read the data of the other, so the change cannot be shared out.',
      remedy:
        'Say in the folder migrations of the newer plugin how older data carry over; what cannot be read follows.',
    },
  },
  RULE_OUT_OF_RANGE: {
    zh: { what: '参数 {name} 为 {value}，应在 {low} 到 {high} 之间。', remedy: '请改用范围内的数值。' },
    en: { what: '{name} is {value}; it must lie from {low} to {high}.', remedy: 'Use a number in that range.' },
  },
  COMPARE_DIFFERENT_SEMANTICS: {
    zh: {
      what: '所选批次采用的计分规则版本不同（{editions}），同样的数据会得出不同的分数，不能比较。',
      remedy: '请只选计分规则版本相同的批次，或按同一版本重新计算。',
    },
    en: {
      what: 'The rounds were scored under different editions of the scoring rules ({editions}): equal data would not score alike.',
      remedy: 'Choose rounds of one edition, or score them again under one.',
    },
  },
  COMPARE_COVERAGE_LOW: {
    zh: {
      what: '评价批次 {round} 在该节点上的数据完整率为 {coverage}%，低于 {least}%，不能代表全体。',
      remedy: '请补齐数据后再比较。',
    },
    en: {
      what: 'Round {round} has {coverage} % of the answers on this node, below {least} %: it does not speak for the whole.',
      remedy: 'Fill in what is missing, then compare.',
    },
  },
  COMPARE_EVIDENCE_LOW: {
    zh: {
      what: '评价批次 {round} 的证据等级为 {level}，低于要求的 {least}。',
      remedy: '请补充核验后再比较，或降低要求。',
    },
    en: {
      what: 'The evidence of round {round} is of level {level}, below the {least} asked for.',
      remedy: 'Have it verified first, or ask for less.',
    },
  },
  COMPARE_DIFFERENT_EVIDENCE: {
    zh: {
      what: '所选批次的证据等级不同（{levels}），自报数据往往高于核验数据。',
      remedy: '解读差异时请考虑证据等级，或只比较等级相同的批次。',
    },
    en: {
      what: 'The rounds rest on evidence of different levels ({levels}); what is self-reported tends to be higher than what is verified.',
      remedy: 'Mind this when reading differences, or compare rounds of one level.',
    },
  },
  LINK_LENGTH_DIFFERS: {
    zh: {
      what: '第 {side} 个行业有 {scores} 个总分、{anchors} 个共性得分，数量不一致。',
      remedy: '请按同一批评价对象、同一次序给出两列。',
    },
    en: {
      what: 'In sector {side} there are {scores} scores and {anchors} anchor scores.',
      remedy: 'Give both for the same units in the same order.',
    },
  },
  LINK_NOT_FINITE: {
    zh: { what: '第 {side} 个行业含有无穷大的得分。', remedy: '请检查并更正后重试。' },
    en: { what: 'Sector {side} has an infinite score.', remedy: 'Check and correct it.' },
  },
  LINK_UNITS_TOO_FEW: {
    zh: {
      what: '第 {side} 个行业两种得分齐全的对象只有 {given} 个，至少需要 {least} 个。',
      remedy: '请补齐共性指标数据，或等更多对象参评。',
    },
    en: {
      what: 'In sector {side} {given} units have both scores; it takes {least}.',
      remedy: 'Complete the core’s data, or wait until more units take part.',
    },
  },
  LINK_NO_SPREAD: {
    zh: { what: '第 {side} 个行业的得分没有差异，无法对接。', remedy: '请检查数据；全部相同的得分不能说明换算关系。' },
    en: {
      what: 'In sector {side} the scores do not vary, so nothing can be linked.',
      remedy: 'Check the data: equal scores say nothing of how scales relate.',
    },
  },
  LINK_REPLICATES_TOO_FEW: {
    zh: { what: '重抽样次数为 {replicates}，至少需要 2 次才能估计误差。', remedy: '建议使用 1000 次。' },
    en: { what: 'With {replicates} replicates no error can be estimated; it takes 2.', remedy: 'Use 1000.' },
  },
  SUPPRESS_TABLE_RAGGED: {
    zh: { what: '表格第 {row} 行有 {cells} 格，应为 {expected} 格。', remedy: '请补齐空缺的格子，没有对象的填 0。' },
    en: {
      what: 'Row {row} of the table has {cells} cells where the first has {expected}.',
      remedy: 'Fill every cell; write 0 where there is nobody.',
    },
  },
  SUPPRESS_NOT_A_COUNT: {
    zh: { what: '表格第 {row} 行的“{value}”不是计数。', remedy: '请填不小于 0 的整数。' },
    en: { what: '“{value}” in row {row} of the table is no count.', remedy: 'Use whole numbers from 0.' },
  },
}
