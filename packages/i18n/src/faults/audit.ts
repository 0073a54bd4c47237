import type { FaultWordings } from './wording.ts'

/** Faults of the audit: columns, ratings, trees and thresholds that a statistic cannot be taken from. */
export const auditFaults: FaultWordings = {
  COLUMNS_TOO_FEW: {
    zh: { what: '只给出 {given} 列数据，该方法至少需要 {least} 列。', remedy: '请再选入指标。' },
    en: { what: 'There are {given} columns; the method needs at least {least}.', remedy: 'Choose more indicators.' },
  },
  COLUMN_REPEATED: {
    zh: { what: '“{id}”出现了不止一次。', remedy: '请去掉重复的一列，或改用不同的编号。' },
    en: { what: '“{id}” is given more than once.', remedy: 'Remove the repeated column or give it another id.' },
  },
  COLUMN_LENGTH_DIFFERS: {
    zh: {
      what: '“{id}”有 {rows} 行，其他列有 {expected} 行。',
      remedy: '请让各列按同一批评价对象、同一次序排列，缺失处留空。',
    },
    en: {
      what: '“{id}” has {rows} rows where the others have {expected}.',
      remedy: 'Give every column the same units in the same order, and leave missing values empty.',
    },
  },
  COLUMN_INFINITE: {
    zh: {
      what: '“{id}”第 {row} 行的值为无穷大。',
      remedy: '请检查算出该值的除法（分母可能为 0），更正后重算，或留空作缺失。',
    },
    en: {
      what: 'Row {row} of “{id}” is infinite.',
      remedy: 'Check the division that gave it (by zero?) and correct it, or leave it empty as missing.',
    },
  },
  COLUMN_CONSTANT: {
    zh: {
      what: '“{id}”的取值没有差异，或全部缺失，无法计算相关性。',
      remedy: '请在本次分析中去掉该指标；它也无法区分评价对象。',
    },
    en: {
      what: '“{id}” does not vary, or has no values, so it correlates with nothing.',
      remedy: 'Leave it out of this analysis; it does not tell units apart either.',
    },
  },
  ROWS_TOO_FEW: {
    zh: {
      what: '各列均有值的只有 {given} 行，该方法至少需要 {least} 行。',
      remedy: '请补齐数据，或去掉缺失最多的指标。',
    },
    en: {
      what: 'Only {given} rows have a value in every column; the method needs at least {least}.',
      remedy: 'Fill gaps, or leave out the indicators that miss most.',
    },
  },
  PAIR_NOT_COMPARABLE: {
    zh: {
      what: '“{id}”与“{other}”同时有值的评价对象太少，或其中一项在这些对象上没有差异。',
      remedy: '请补齐数据，或去掉其中一项。',
    },
    en: {
      what: '“{id}” and “{other}” share too few units, or one of them does not vary on those they share.',
      remedy: 'Fill gaps, or leave one of them out.',
    },
  },
  TOTAL_CONSTANT: {
    zh: {
      what: '以下指标之和没有差异，彼此完全抵消：{indicators}。',
      remedy: '请检查指标方向：逆向指标须标明方向。',
    },
    en: {
      what: 'The sum of these indicators does not vary, they cancel each other out: {indicators}.',
      remedy: 'Check the directions: an indicator where less is better must say so.',
    },
  },
  CORRELATIONS_SINGULAR: {
    zh: {
      what: '以下指标可由彼此精确算出：{indicators}（完整数据 {rows} 行，指标 {columns} 个）。',
      remedy: '请去掉其中可由其余指标合成的一项；若行数不多于指标数，请减少指标或补充评价对象。',
    },
    en: {
      what: 'These indicators can be computed from each other exactly: {indicators} ({rows} complete rows, {columns} indicators).',
      remedy:
        'Leave out the one that the others make up; with no more rows than indicators, take fewer indicators or more units.',
    },
  },
  LOADINGS_NOT_USABLE: {
    zh: {
      what: '载荷矩阵（{factors} 个因子、{indicators} 个指标）为空、长短不一或含有非数值。',
      remedy: '请直接使用主成分分析给出的载荷。',
    },
    en: {
      what: 'The loadings ({factors} factors, {indicators} indicators) are empty, of different lengths or not numbers.',
      remedy: 'Pass on the loadings as the principal components give them.',
    },
  },
  THRESHOLD_OUT_OF_RANGE: {
    zh: { what: '阈值 {name} 为 {value}，应在 {least} 到 {most} 之间。', remedy: '请改用范围内的数值。' },
    en: {
      what: 'Threshold {name} is {value}; it must lie from {least} to {most}.',
      remedy: 'Use a number in that range.',
    },
  },
  SCALE_NOT_RISING: {
    zh: { what: '量表的上端 {top} 不高于下端 {bottom}。', remedy: '请先写下端，再写上端。' },
    en: {
      what: 'The top of the scale, {top}, is not above its bottom, {bottom}.',
      remedy: 'State the bottom first, then the top.',
    },
  },
  TREE_NODE_REPEATED: {
    zh: { what: '指标体系中有不止一个节点的编号为“{id}”。', remedy: '请给每个节点不同的编号。' },
    en: { what: 'More than one node has the id “{id}”.', remedy: 'Give every node its own id.' },
  },
  TREE_NODE_UNKNOWN: {
    zh: { what: '指标体系中没有节点“{id}”。', remedy: '请核对编号，或把它加入指标体系。' },
    en: { what: 'The tree has no node “{id}”.', remedy: 'Check the id, or add the node to the tree.' },
  },
  TREE_PARENT_UNKNOWN: {
    zh: { what: '节点“{id}”的上级“{parent}”不在指标体系中。', remedy: '请核对上级的编号，或补上该节点。' },
    en: {
      what: 'The parent “{parent}” of node “{id}” is not in the tree.',
      remedy: 'Check the id of the parent, or add it.',
    },
  },
  TREE_ROOTS: {
    zh: {
      what: '指标体系应只有一个没有上级的节点，现有 {given} 个：{roots}。',
      remedy: '请让其余节点都归入同一个总指数。',
    },
    en: {
      what: 'A tree has exactly one node without a parent; here are {given}: {roots}.',
      remedy: 'Hang all other nodes below one index.',
    },
  },
  TREE_CYCLE: {
    zh: { what: '节点“{id}”成了自己的上级。', remedy: '请改正其上级，使每个节点都能逐级归到总指数。' },
    en: {
      what: 'Node “{id}” is its own ancestor.',
      remedy: 'Correct its parent, so that every node leads up to the index.',
    },
  },
  TREE_WEIGHT: {
    zh: { what: '“{id}”的权重为 {weight}，不是不小于 0 的数。', remedy: '请填 0 或正数。' },
    en: {
      what: 'The weight of “{id}” is {weight}, which is no number from 0 up.',
      remedy: 'Use 0 or a positive number.',
    },
  },
  TREE_WEIGHTS_ZERO: {
    zh: { what: '“{id}”下各项的权重全为 0。', remedy: '请至少给一项正的权重。' },
    en: { what: 'All weights below “{id}” are 0.', remedy: 'Give at least one of them a positive weight.' },
  },
  RATERS_TOO_FEW: {
    zh: { what: '只有 {given} 位专家的评分，一致性至少需要 {least} 位。', remedy: '请加入其他专家的评分。' },
    en: {
      what: 'There are {given} raters; agreement needs at least {least}.',
      remedy: 'Add the ratings of other experts.',
    },
  },
  RATINGS_NOT_PAIRED: {
    zh: { what: '没有任何一项得到两位以上专家的评分。', remedy: '请让专家对同一批对象评分。' },
    en: { what: 'Nothing was rated by two raters.', remedy: 'Have the experts rate the same things.' },
  },
  RATINGS_ALL_EQUAL: {
    zh: {
      what: '全部评分都是 {rating}，看不出专家能否区分被评对象。',
      remedy: '请选入有差异的对象，或改用更细的量表。',
    },
    en: {
      what: 'All ratings are {rating}: nothing shows whether the raters can tell things apart.',
      remedy: 'Include things that differ, or use a finer scale.',
    },
  },
  RATINGS_ALL_TIED: {
    zh: { what: '每位专家都把全部对象排为并列。', remedy: '请专家分出先后，至少一位的排序须有差别。' },
    en: {
      what: 'Every rater ties everything.',
      remedy: 'Ask for an order; at least one rater must make a difference.',
    },
  },
  RATING_NEGATIVE: {
    zh: { what: '“{id}”含有负的评分，不能按比率尺度计算。', remedy: '请改用等距尺度（interval）。' },
    en: { what: '“{id}” has ratings below 0, which a ratio scale does not have.', remedy: 'Use the interval level.' },
  },
  RANK_BELOW_ONE: {
    zh: { what: '“{id}”含有小于 1 的位次。', remedy: '位次从 1 起；若给的是得分，请先换算成位次。' },
    en: { what: '“{id}” has ranks below 1.', remedy: 'Ranks start at 1; turn scores into ranks first.' },
  },
}
