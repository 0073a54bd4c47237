import type { FaultWordings } from './wording.ts'

const data: FaultWordings = {
  WEIGHTS_NO_INDICATORS: {
    zh: { what: '没有可赋权的指标。', remedy: '请至少给出一项指标。' },
    en: { what: 'There is no indicator to weight.', remedy: 'Give at least one.' },
  },
  WEIGHTS_LENGTH_DIFFERS: {
    zh: {
      what: '指标 {id} 有 {found} 个取值，第一项指标有 {expected} 个。',
      remedy: '请让每项指标都按同一组评价对象取值，缺失处留空。',
    },
    en: {
      what: 'Indicator {id} has {found} values where the first has {expected}.',
      remedy: 'Give every indicator a value for the same units, empty where it is missing.',
    },
  },
  WEIGHTS_COUNT_DIFFERS: {
    zh: { what: '{what} 有 {found} 项，应为 {expected} 项。', remedy: '请逐项对应补齐或删去多余的项。' },
    en: { what: '{what} has {found} entries where {expected} are needed.', remedy: 'Give one entry for each.' },
  },
  WEIGHTS_NOT_UNIQUE: {
    zh: {
      what: '损失影响不能确定唯一的权重：例如有一个评价对象在全部指标上都最优。',
      remedy: '请换用其他客观赋权方法（如熵权法、CRITIC），或检查数据。',
    },
    en: {
      what: 'The losses leave more than one set of weights open, as where one unit is best in every indicator.',
      remedy: 'Use another method for weights from data, such as entropy or CRITIC, or check the data.',
    },
  },
  WEIGHTS_VALUE_INFINITE: {
    zh: { what: '评价对象 {unit} 的指标 {id} 为无穷大。', remedy: '请改为实际数值；若无法取得，留空作缺失处理。' },
    en: {
      what: 'Indicator {id} of unit {unit} is infinite.',
      remedy: 'Give the actual figure, or leave it empty as missing.',
    },
  },
  WEIGHTS_VALUE_MISSING: {
    zh: {
      what: '评价对象 {unit} 缺少指标 {id}，而此赋权方法不接受缺失值。',
      remedy: '请先补齐或插补，或暂不纳入该评价对象。',
    },
    en: {
      what: 'Indicator {id} of unit {unit} is missing, and this method accepts no missing value.',
      remedy: 'Fill or impute it first, or leave the unit out.',
    },
  },
  WEIGHTS_VALUE_NEGATIVE: {
    zh: {
      what: '评价对象 {unit} 的指标 {id} 为 {value}，而此赋权方法不接受负数。',
      remedy: '请先作无量纲化（如极差法），再计算权重。',
    },
    en: {
      what: 'Indicator {id} of unit {unit} is {value}, and this method accepts no negative value.',
      remedy: 'Normalise first, by min-max for example.',
    },
  },
  WEIGHTS_VALUE_NOT_POSITIVE: {
    zh: {
      what: '评价对象 {unit} 的指标 {id} 为 {value}，而此赋权方法要求大于 0。',
      remedy: '请先作无量纲化并平移到正数区间（如 1 至 100），再计算权重。',
    },
    en: {
      what: 'Indicator {id} of unit {unit} is {value}, and this method needs values above 0.',
      remedy: 'Normalise to a range above 0 first, 1 to 100 for example.',
    },
  },
  WEIGHTS_TOO_FEW_VALUES: {
    zh: {
      what: '指标 {id} 只有 {found} 个有效取值，至少需要 {needed} 个。',
      remedy: '请补充数据，或不对该指标用此方法赋权。',
    },
    en: {
      what: 'Indicator {id} has {found} values; at least {needed} are needed.',
      remedy: 'Add data, or weight the indicator by another method.',
    },
  },
  WEIGHTS_TOO_FEW_COMPLETE_UNITS: {
    zh: {
      what: '各项指标齐全的评价对象只有 {found} 个，至少需要 {needed} 个。',
      remedy: '请先插补缺失值，或去掉缺失过多的指标。',
    },
    en: {
      what: '{found} units have every indicator; at least {needed} are needed.',
      remedy: 'Impute first, or drop the indicators that are missing most.',
    },
  },
  WEIGHTS_NOTHING_VARIES: {
    zh: { what: '所有指标在各评价对象间都没有差异，数据无法说明权重。', remedy: '请检查数据，或改用专家赋权、等权。' },
    en: {
      what: 'No indicator differs between the units, so the data say nothing about weights.',
      remedy: 'Check the data, or weight by experts or equally.',
    },
  },
  WEIGHTS_OVERLAP_TOO_SMALL: {
    zh: {
      what: '指标 {id} 与 {other} 同时有值的评价对象太少或取值无差异，无法计算相关系数。',
      remedy: '请补充数据，或去掉其中一项指标。',
    },
    en: {
      what: 'Indicators {id} and {other} have no correlation on the units that have both.',
      remedy: 'Add data, or drop one of the two.',
    },
  },
  WEIGHTS_MEAN_NOT_POSITIVE: {
    zh: { what: '指标 {id} 的均值为 {value}，变异系数没有意义。', remedy: '请改用无量纲化后的数据，或改用标准差法。' },
    en: {
      what: 'The mean of indicator {id} is {value}, where a coefficient of variation has no meaning.',
      remedy: 'Use normalised data, or weight by standard deviation.',
    },
  },
  WEIGHTS_FACTORS_OUT_OF_RANGE: {
    zh: { what: '要求保留 {found} 个因子，只能是 1 至 {most} 的整数。', remedy: '请改正因子数，或改用特征根准则。' },
    en: {
      what: '{found} factors were asked for; their number is an integer from 1 to {most}.',
      remedy: 'Give such a number, or use the eigenvalue rule.',
    },
  },
  WEIGHTS_TARGET_REFUSED: {
    zh: { what: '指标 {id} 的目标重要性为 {value}，不能使用。', remedy: '请填不小于 0 的数。' },
    en: {
      what: 'The importance wanted of indicator {id} is {value}, which cannot be used.',
      remedy: 'Give a number that is not below 0.',
    },
  },
  WEIGHTS_BALANCE_IMPOSSIBLE: {
    zh: {
      what: '各指标相互抵消，任何权重下都与合成结果不相关。',
      remedy: '请检查指标方向是否统一，或把相互矛盾的指标分到不同的上级指标。',
    },
    en: {
      what: 'The indicators cancel out: under no weights do they agree with their composite.',
      remedy: 'Check the directions, or put opposed indicators under different pillars.',
    },
  },
  WEIGHTS_ALL_ZERO: {
    zh: { what: '所有重要性都为 0，无法换算成权重。', remedy: '请至少让一项大于 0。' },
    en: { what: 'Every importance is 0, so there are no weights.', remedy: 'Make at least one greater than 0.' },
  },
  WEIGHTS_NOT_COMPUTABLE: {
    zh: {
      what: '计算结果超出了可表示的数值范围，或给出的重要性为负、缺失。',
      remedy: '请检查是否有极大、极小或负的数值，或先作无量纲化。',
    },
    en: {
      what: 'The figures left the range of double precision, or an importance is negative or missing.',
      remedy: 'Look for huge, tiny or negative figures, or normalise first.',
    },
  },
}

const experts: FaultWordings = {
  WEIGHTS_NO_EXPERTS: {
    zh: { what: '没有专家意见。', remedy: '请至少给出一位专家的意见。' },
    en: { what: "There is no expert's opinion.", remedy: 'Give at least one.' },
  },
  WEIGHTS_NO_ROUNDS: {
    zh: { what: '没有任何一轮专家评分。', remedy: '请至少给出一轮评分。' },
    en: { what: 'There is no round of ratings.', remedy: 'Give at least one.' },
  },
  WEIGHTS_EXPERT_WEIGHT_REFUSED: {
    zh: { what: '专家 {expert} 的权重为 {value}，不能使用。', remedy: '请填不小于 0 的数。' },
    en: {
      what: 'The weight of expert {expert} is {value}, which cannot be used.',
      remedy: 'Give a number that is not below 0.',
    },
  },
  WEIGHTS_POINTS_REFUSED: {
    zh: { what: '专家 {expert} 给指标 {id} 的分值为 {value}，不能使用。', remedy: '请填不小于 0 的数，不给分填 0。' },
    en: {
      what: 'Expert {expert} gave indicator {id} {value} points, which cannot be used.',
      remedy: 'Give a number that is not below 0; 0 for none.',
    },
  },
  WEIGHTS_BUDGET_EMPTY: {
    zh: { what: '专家 {expert} 没有分配任何分值。', remedy: '请补上分配结果，或不计入该专家。' },
    en: { what: 'Expert {expert} gave no points at all.', remedy: 'Add them, or leave the expert out.' },
  },
  WEIGHTS_BUDGET_NOT_MET: {
    zh: {
      what: '专家 {expert} 分配的分值合计 {found}，应为 {budget}。',
      remedy: '请与专家核对后调整，使合计等于 {budget}。',
    },
    en: {
      what: 'The points of expert {expert} sum to {found}, not {budget}.',
      remedy: 'Ask the expert, and make them sum to {budget}.',
    },
  },
  WEIGHTS_RANK_REFUSED: {
    zh: { what: '指标 {id} 的排序为 {value}，不能使用。', remedy: '请填名次，最重要的填 1。' },
    en: {
      what: 'The rank of indicator {id} is {value}, which cannot be used.',
      remedy: 'Give its place, 1 for the most important.',
    },
  },
  DELPHI_RATING_REFUSED: {
    zh: {
      what: '第 {round} 轮专家 {expert} 对指标 {id} 的评分为 {value}，不能使用。',
      remedy: '请填不小于 0 的数，未评分则留空。',
    },
    en: {
      what: 'In round {round} expert {expert} rated indicator {id} {value}, which cannot be used.',
      remedy: 'Give a number that is not below 0, or leave it empty.',
    },
  },
  DELPHI_NOT_RATED: {
    zh: { what: '第 {round} 轮没有专家对指标 {id} 评分。', remedy: '请补充评分，或从各轮中去掉该指标。' },
    en: {
      what: 'In round {round} nobody rated indicator {id}.',
      remedy: 'Add ratings, or drop the indicator from all rounds.',
    },
  },
  DELPHI_RULES_REFUSED: {
    zh: {
      what: '停止规则无效：四分位距 {spreadAtMost}、距中位数 {within}、占比 {shareAtLeast}、中位数变动 {moveAtMost}、最多轮数 {rounds}。',
      remedy: '各项都不得为负，占比不超过 1，轮数至少为 1。',
    },
    en: {
      what: 'The stop rules cannot be used: IQR {spreadAtMost}, distance {within}, share {shareAtLeast}, move {moveAtMost}, rounds {rounds}.',
      remedy: 'None may be negative, the share is at most 1, and there is at least one round.',
    },
  },
  WEIGHTS_NO_VECTORS: {
    zh: { what: '没有可组合的权重。', remedy: '请至少给出一组权重。' },
    en: { what: 'There are no weights to combine.', remedy: 'Give at least one set.' },
  },
  WEIGHTS_GAME_NEGATIVE: {
    zh: {
      what: '博弈论组合得出负的组合系数（{coefficients}），说明某组权重与其他各组的方向不协调。',
      remedy: '请改用线性组合并自行设定系数，或去掉接近等权的那组权重。',
    },
    en: {
      what: 'The game-theoretic combination gives a negative coefficient ({coefficients}): one set of weights does not fit the others.',
      remedy: 'Combine linearly with coefficients of your own, or leave out the set that is nearly equal.',
    },
  },
}

const comparisons: FaultWordings = {
  AHP_NOT_SQUARE: {
    zh: { what: '判断矩阵中 {id} 一行有 {found} 个判断，应为 {expected} 个。', remedy: '请补成方阵。' },
    en: {
      what: 'The row of {id} has {found} judgements where {expected} are needed.',
      remedy: 'Make the matrix square.',
    },
  },
  AHP_DIAGONAL_NOT_ONE: {
    zh: { what: '{id} 与自身比较的判断为 {value}，应为 1。', remedy: '请把主对角线改为 1。' },
    en: { what: '{id} compared with itself is {value}, not 1.', remedy: 'Put 1 on the diagonal.' },
  },
  AHP_JUDGEMENT_REFUSED: {
    zh: {
      what: '{id} 与 {other} 比较的判断为 {value}（反向 {mirrored}），不能使用。',
      remedy: '请填大于 0 的数，通常为 1 至 9 或其倒数。',
    },
    en: {
      what: 'The judgement of {id} against {other} is {value} (mirrored {mirrored}), which cannot be used.',
      remedy: 'Give a number above 0, usually 1 to 9 or a reciprocal.',
    },
  },
  AHP_JUDGEMENT_MISSING: {
    zh: {
      what: '缺少 {id} 与 {other} 的比较。',
      remedy: '请补上，或改用允许缺失判断的方法（Harker 法、对数最小二乘法）。',
    },
    en: {
      what: 'The judgement of {id} against {other} is missing.',
      remedy: 'Add it, or use a method for incomplete matrices (Harker, logarithmic least squares).',
    },
  },
  AHP_NOT_RECIPROCAL: {
    zh: {
      what: '{id} 比 {other} 为 {value}，反过来却为 {mirrored}，两者不互为倒数。',
      remedy: '请只填上三角，由系统补倒数；1/3 不要写成 0.33。',
    },
    en: {
      what: '{id} against {other} is {value}, the other way round {mirrored}: no reciprocals.',
      remedy: 'Fill the upper half only and let the reciprocals be filled in; do not write 0.33 for 1/3.',
    },
  },
  AHP_DISCONNECTED: {
    zh: {
      what: '{apart} 与其余指标之间没有任何比较，无法放到同一尺度。',
      remedy: '请至少补一个把它们与其余指标联系起来的判断。',
    },
    en: {
      what: 'No judgement links {apart} to the rest, so they have no common scale.',
      remedy: 'Add at least one judgement between them and the rest.',
    },
  },
  AHP_RANDOM_INDEX_UNKNOWN: {
    zh: {
      what: '{order} 阶判断矩阵没有可用的随机一致性指标，表中最多到 {most} 阶。',
      remedy: '请给出大于 0 的随机一致性指标，或把指标分成几组分层比较。',
    },
    en: {
      what: 'There is no random index for order {order}; the tables end at {most}.',
      remedy: 'Give one above 0, or compare in groups, level by level.',
    },
  },
  AHP_ORDERS_DIFFER: {
    zh: { what: '专家 {expert} 的判断矩阵为 {found} 阶，应为 {expected} 阶。', remedy: '请让各位专家比较同一组指标。' },
    en: {
      what: 'The matrix of expert {expert} is of order {found}, not {expected}.',
      remedy: 'Let all experts compare the same indicators.',
    },
  },
  AHP_COMPLETION_NOT_FOUND: {
    zh: { what: '{rounds} 次迭代后仍未找到最优补全。', remedy: '请检查是否有相差悬殊的判断，或改用 Harker 法。' },
    en: {
      what: 'No best completion was found in {rounds} rounds.',
      remedy: "Look for judgements that are far apart, or use Harker's method.",
    },
  },
  BWM_POSITION_REFUSED: {
    zh: {
      what: '最优指标（{best}）或最劣指标（{worst}）的位置无效，共有 {count} 项指标。',
      remedy: '请在这些指标中各选一项，且不得相同。',
    },
    en: {
      what: 'The best ({best}) or the worst ({worst}) is no position among {count} indicators, or both are the same.',
      remedy: 'Choose two different ones of them.',
    },
  },
  BWM_JUDGEMENT_REFUSED: {
    zh: { what: '{list} 中指标 {id} 的判断为 {value}，不能使用。', remedy: '请填不小于 1 的数，通常为 1 至 9。' },
    en: {
      what: 'The judgement of {id} in {list} is {value}, which cannot be used.',
      remedy: 'Give a number of at least 1, usually 1 to 9.',
    },
  },
  BWM_SELF_NOT_ONE: {
    zh: { what: '{id} 与自身比较的判断为 {value}，应为 1。', remedy: '请改为 1；若另有指标更重要或更不重要，请改选。' },
    en: { what: '{id} against itself is {value}, not 1.', remedy: 'Put 1, or choose another best or worst.' },
  },
  BWM_PAIR_DIFFERS: {
    zh: { what: '最优指标比最劣指标在一处为 {bestToWorst}，在另一处为 {mirrored}。', remedy: '请统一两处的判断。' },
    en: {
      what: 'Best against worst is {bestToWorst} in one list and {mirrored} in the other.',
      remedy: 'Make both the same.',
    },
  },
  BWM_SHARE_REFUSED: {
    zh: { what: '混合比例 {share} 不在 0 到 1 之间。', remedy: '请给出 0 到 1 之间的数；0.5 表示两列判断各占一半。' },
    en: {
      what: 'The share {share} of the mixture is not between 0 and 1.',
      remedy: 'Give a number from 0 to 1; 0.5 takes half of each list.',
    },
  },
}

const doubt: FaultWordings = {
  BOD_BOUNDS_REFUSED: {
    zh: {
      what: '指标 {id} 的贡献占比范围 {lower} 至 {upper} 无效。',
      remedy: '请填 0 至 1 之间的范围，下限不高于上限。',
    },
    en: {
      what: 'The share bounds {lower} to {upper} of indicator {id} are no range.',
      remedy: 'Give a range within 0 to 1.',
    },
  },
  BOD_BOUNDS_CANNOT_SUM: {
    zh: {
      what: '各指标占比下限合计 {least}、上限合计 {most}，无法凑成 1。',
      remedy: '请降低下限或提高上限，使 1 落在两个合计之间。',
    },
    en: {
      what: 'The lower bounds sum to {least} and the upper ones to {most}, so no shares sum to 1.',
      remedy: 'Lower the lower bounds or raise the upper ones.',
    },
  },
  BOD_NO_ADMISSIBLE_WEIGHTS: {
    zh: {
      what: '没有满足占比范围的权重。',
      remedy: '请放宽占比范围；若因取值为 0 所致，请先把指标变换到正数区间（如 1 至 100）。',
    },
    en: {
      what: 'No weights satisfy the share bounds.',
      remedy:
        'Widen the bounds; if a value of 0 is the cause, rescale the indicators above 0 first, to 1 to 100 for example.',
    },
  },
  BOD_NOT_SOLVED: {
    zh: {
      what: '数据数值条件过差，未能可靠求解。',
      remedy: '请检查各指标是否量级悬殊或几乎重复，先作无量纲化再计算。',
    },
    en: {
      what: 'The data are too ill-conditioned for a reliable solution.',
      remedy: 'Look for indicators of wildly different size or near-copies, and normalise first.',
    },
  },
}

export const weightingFaults: FaultWordings = { ...data, ...experts, ...comparisons, ...doubt }
