import type { FaultWordings } from './wording.ts'

const framework: FaultWordings = {
  SEMANTICS_UNKNOWN: {
    zh: { what: '计分规则版本 {semantics} 不受支持。', remedy: '请改用版本 {known}，或升级本软件。' },
    en: { what: 'Scoring semantics {semantics} are not supported.', remedy: 'Use {known}, or upgrade the software.' },
  },
  PERIOD_MONTHS_NOT_USABLE: {
    zh: { what: '每期月数 {periodMonths} 无效。', remedy: '请填大于 0 的月数，年度评价填 12。' },
    en: {
      what: 'A period of {periodMonths} months is not usable.',
      remedy: 'Give a number above 0; 12 for a yearly assessment.',
    },
  },
  ID_EMPTY: {
    zh: { what: '缺少标识（id）。', remedy: '请补上一个在本标准内唯一的标识。' },
    en: { what: 'The id is empty.', remedy: 'Give an id that nothing else in the standard has.' },
  },
  ID_TWICE: {
    zh: { what: '标识 {id} 重复，已用于 {first}。', remedy: '请为其中一处改用别的标识；指标与事实项不得同名。' },
    en: {
      what: 'The id {id} is already used at {first}.',
      remedy: 'Rename one of them; an indicator and a fact cannot share an id.',
    },
  },
  BRANCH_EMPTY: {
    zh: { what: '{id} 没有下级指标。', remedy: '请加入下级指标，或删除该层级。' },
    en: { what: '{id} has no children.', remedy: 'Add indicators below it, or remove it.' },
  },
  WEIGHT_NOT_USABLE: {
    zh: { what: '{id} 的权重为 {weight}，不能使用。', remedy: '请填不小于 0 的数。' },
    en: { what: 'The weight of {id} is {weight}, which cannot be used.', remedy: 'Give a number that is not below 0.' },
  },
  WEIGHTS_SUM: {
    zh: { what: '{id} 的下级权重之和为 {sum}，应为 1（{children}）。', remedy: '请调整这些权重，使其合计为 1。' },
    en: {
      what: 'The weights below {id} sum to {sum}, not 1 ({children}).',
      remedy: 'Adjust them so that they sum to 1.',
    },
  },
  MIN_COVERAGE_RANGE: {
    zh: { what: '{id} 的最低填报率为 {minCoverage}，超出 0 至 1。', remedy: '请填 0 至 1 之间的数，例如 0.6。' },
    en: {
      what: 'The coverage minimum of {id} is {minCoverage}, outside 0 to 1.',
      remedy: 'Give a share from 0 to 1, for example 0.6.',
    },
  },
  EXPONENT_NOT_USABLE: {
    zh: {
      what: '{id} 的幂平均指数为 {exponent}，不能使用。',
      remedy: '请填非零的有限数；需要几何平均时请用 geometric。',
    },
    en: {
      what: 'The exponent {exponent} of {id} cannot be used.',
      remedy: 'Give a finite number other than 0; for 0 use geometric.',
    },
  },
  MET_AT_RANGE: {
    zh: { what: '{id} 的达标线 {metAt} 无效。', remedy: '请填大于 0、不超过 100 的分数。' },
    en: {
      what: '{id} counts a grade as met at {metAt}, which cannot be used.',
      remedy: 'Give a score above 0 and at most 100.',
    },
  },
  DEDUCT_FULL_RANGE: {
    zh: { what: '{id} 的扣分基数 {full} 无效。', remedy: '请填大于 0、不超过 100 的分数。' },
    en: { what: '{id} deducts from {full}, which cannot be used.', remedy: 'Give full marks above 0 and at most 100.' },
  },
  DEDUCT_WITHOUT_POINTS: {
    zh: { what: '{id} 采用扣分法，但下级指标都没有分值。', remedy: '请在权重中填写各下级指标最多可扣的分数。' },
    en: {
      what: '{id} deducts, but no child has points to lose.',
      remedy: 'Give each child as its weight the points that it may lose.',
    },
  },
  OWA_COUNT: {
    zh: {
      what: '{id} 给出 {weights} 个位置权重，但有 {children} 个下级指标。',
      remedy: '请为每个位置给出一个权重，从得分最高的位置写起。',
    },
    en: {
      what: '{id} has {weights} weights by place for {children} children.',
      remedy: 'Give one weight for each place, beginning with the best.',
    },
  },
  OWA_WEIGHTS: {
    zh: { what: '{id} 的位置权重（{weights}）合计为 {sum}，不能使用。', remedy: '请使其均不小于 0，且合计为 1。' },
    en: {
      what: 'The weights by place of {id} ({weights}) sum to {sum} and cannot be used.',
      remedy: 'Keep each at 0 or above, and their sum at 1.',
    },
  },
  CHOQUET_TOO_MANY: {
    zh: {
      what: '{id} 有 {children} 个下级指标，该积分法最多可用于 {most} 个。',
      remedy: '请先分组；逐个集合给值时，也可改用只写两两交互的 choquet。',
    },
    en: {
      what: '{id} has {children} children; this integral takes at most {most}.',
      remedy: 'Group them first; instead of a value for every set, choquet takes interactions of pairs.',
    },
  },
  CHOQUET_UNKNOWN_CHILD: {
    zh: { what: '{id} 提到的 {unknown} 不是它的下级指标。', remedy: '请改为其直接下级的标识。' },
    en: { what: '{id} names {unknown}, which are not its children.', remedy: 'Name its direct children by their ids.' },
  },
  CHOQUET_SET: {
    zh: {
      what: '{id} 中的组合 {sets} 不能使用：重复、自身成对，或为全体。',
      remedy: '每个组合只写一次，组合内不重复；全体恒为 1，不必写出。',
    },
    en: {
      what: 'The sets {sets} of {id} cannot be used: named twice, one child twice, or all children.',
      remedy: 'Name each set once and no child twice in it; all children together are worth 1 and are not named.',
    },
  },
  CHOQUET_NOT_MONOTONE_PAIRS: {
    zh: {
      what: '{id} 中 {child} 的交互作用之半合计为 {half}，超过其权重 {weight}，得分升高反而可能使总分降低。',
      remedy: '请减小与它有关的交互值，或提高其权重。',
    },
    en: {
      what: 'Half of the interactions of {child} in {id} sum to {half}, more than its weight {weight}: a better score could lower the result.',
      remedy: 'Make its interactions smaller, or its weight larger.',
    },
  },
  CAPACITY_INCOMPLETE: {
    zh: { what: '{id} 没有给出这些组合的值：{missing}。', remedy: '请为每个非空且非全体的组合各给一个值。' },
    en: {
      what: '{id} gives no value for the sets {missing}.',
      remedy: 'Give one for every set of children but the empty one and all of them.',
    },
  },
  CAPACITY_RANGE: {
    zh: { what: '{id} 的组合值超出 0 至 1：{sets}。', remedy: '请填 0 至 1 之间的数。' },
    en: { what: 'Values of {id} lie outside 0 to 1: {sets}.', remedy: 'Give shares from 0 to 1.' },
  },
  CAPACITY_NOT_MONOTONE: {
    zh: { what: '{id} 中较大的组合反而值较小：{sets}。', remedy: '请使增加下级指标后的组合值不减小。' },
    en: {
      what: 'In {id} a larger set is worth less: {sets}.',
      remedy: 'A set with one more child is worth at least as much.',
    },
  },
  VIKOR_V_RANGE: {
    zh: { what: '{id} 的群体效用权重 v 为 {v}，超出 0 至 1。', remedy: '请填 0 至 1 之间的数，通常为 0.5。' },
    en: { what: 'The weight v of {id} is {v}, outside 0 to 1.', remedy: 'Give a share from 0 to 1; 0.5 by custom.' },
  },
  GREY_RHO_RANGE: {
    zh: { what: '{id} 的分辨系数 {rho} 无效。', remedy: '请填大于 0、不超过 1 的数，通常为 0.5。' },
    en: {
      what: 'The distinguishing coefficient {rho} of {id} cannot be used.',
      remedy: 'Give a number above 0 and at most 1; 0.5 by custom.',
    },
  },
  PREFERENCE_THRESHOLDS: {
    zh: {
      what: '{id} 的偏好函数 {shape} 的阈值（{thresholds}）不成立。',
      remedy: '无差异阈值 q 不小于 0，偏好阈值 p 大于 q，高斯参数 s 大于 0；单位为得分。',
    },
    en: {
      what: 'The thresholds ({thresholds}) of the preference function {shape} of {id} cannot hold.',
      remedy: 'Keep q at 0 or above, p above q, and s above 0; all are points of score.',
    },
  },
  BONUS_RANGE: {
    zh: { what: '{id} 的加分起点 {above} 与上限 {max} 不成立。', remedy: '请使 0 ≤ 起点 < 上限 ≤ 100。' },
    en: {
      what: '{id} adds a bonus above {above} up to {max}, which cannot hold.',
      remedy: 'Keep 0 ≤ above < max ≤ 100.',
    },
  },
}

const normalising: FaultWordings = {
  GOALPOSTS_NOT_FINITE: {
    zh: { what: '{id} 的标杆值（{worst} 至 {best}）不是有限数。', remedy: '请填写两个有限的标杆值。' },
    en: { what: 'The goalposts of {id} ({worst} to {best}) are not finite.', remedy: 'Give two finite goalposts.' },
  },
  GOALPOSTS_EQUAL: {
    zh: { what: '{id} 的不允许值与满意值都是 {worst}，无法区分高低。', remedy: '请填写两个不同的标杆值。' },
    en: {
      what: 'Both goalposts of {id} are {worst}; no value could tell better from worse.',
      remedy: 'Give two different goalposts.',
    },
  },
  GOALPOSTS_DIRECTION: {
    zh: {
      what: '{id} 的标杆值（不允许值 {worst}，满意值 {best}）与指标方向不符。',
      remedy: '正向指标的满意值应大于不允许值，逆向指标相反；请改标杆值或方向。',
    },
    en: {
      what: 'The goalposts of {id} (worst {worst}, best {best}) run against its direction, {direction}.',
      remedy:
        'best lies above worst for a positive indicator and below it for a negative one; change the one or the other.',
    },
  },
  LOG_DOMAIN: {
    zh: {
      what: '{id} 的对数标杆值（{worst}、{best}）加偏移量 {offset} 后必须大于 0，否则无法取对数。',
      remedy: '请增大偏移量（例如 1），或调整标杆值。',
    },
    en: {
      what: 'The goalposts of {id} ({worst}, {best}) plus the offset {offset} must be above 0 to have a logarithm.',
      remedy: 'Raise the offset (for example to 1), or change the goalposts.',
    },
  },
  POINTS_TOO_FEW: {
    zh: { what: '{id} 只有 {count} 个对应点，至少需要 {least} 个。', remedy: '请补充对应点。' },
    en: { what: '{id} has {count} points and needs at least {least}.', remedy: 'Add points.' },
  },
  POINTS_NOT_ASCENDING: {
    zh: { what: '{id} 的对应点未按指标值从小到大排列（{raws}）。', remedy: '请按从小到大排列，且不得重复。' },
    en: {
      what: 'The points of {id} are not in ascending order ({raws}).',
      remedy: 'Put the raw values in ascending order, each once.',
    },
  },
  SCORE_RANGE: {
    zh: { what: '{id} 的对应得分 {score} 超出 0 至 100。', remedy: '请改为 0 至 100 之间的得分。' },
    en: { what: 'The score {score} of {id} is outside 0 to 100.', remedy: 'Give a score from 0 to 100.' },
  },
  SCORES_DIRECTION: {
    zh: { what: '{id} 的对应得分与指标方向相反。', remedy: '请调整得分次序，或更正指标方向。' },
    en: {
      what: 'The scores of {id} move against its direction, {direction}.',
      remedy: 'Change the order of the scores, or the direction.',
    },
  },
  DIRECTION_METHOD: {
    zh: {
      what: '{id} 的指标方向不能与该无量纲化方法同用。',
      remedy: '适度指标请用 band 或 piecewise；专家评分须为正向。',
    },
    en: {
      what: 'The direction {direction} of {id} does not go with its method.',
      remedy: 'Use band or piecewise for a target indicator; an expert indicator is positive.',
    },
  },
  BAND_ORDER: {
    zh: {
      what: '{id} 的适度区间（{low}、{from}、{to}、{high}）次序不对。',
      remedy: '请使 low < ideal 下限 ≤ ideal 上限 < high。',
    },
    en: {
      what: 'The band of {id} ({low}, {from}, {to}, {high}) is out of order.',
      remedy: 'Keep low < ideal from ≤ ideal to < high.',
    },
  },
  EXPERT_SCALE: {
    zh: { what: '{id} 的评分尺度（{low} 至 {high}）无效。', remedy: '请使下限小于上限，例如 0 至 100。' },
    en: {
      what: 'The rating scale of {id} ({low} to {high}) cannot be used.',
      remedy: 'Put the low end below the high end, for example 0 to 100.',
    },
  },
  RATERS_MIN_RANGE: {
    zh: { what: '{id} 的最少专家数 {ratersMin} 无效，至少为 {least}。', remedy: '请填不小于 {least} 的整数。' },
    en: {
      what: '{id} asks for at least {ratersMin} raters; the method needs {least}.',
      remedy: 'Give a whole number of at least {least}.',
    },
  },
  DISPERSION_RANGE: {
    zh: { what: '{id} 的离散度提醒线 {dispersion} 无效。', remedy: '请填大于 0 的标准差。' },
    en: {
      what: 'The dispersion alert {dispersion} of {id} cannot be used.',
      remedy: 'Give a standard deviation above 0.',
    },
  },
  MIN_GROUP_RANGE: {
    zh: { what: '{id} 的最小同组数 {minGroup} 无效。', remedy: '请填不小于 2 的整数。' },
    en: { what: '{id} asks for a peer group of at least {minGroup}.', remedy: 'Give a whole number of at least 2.' },
  },
}

const rules: FaultWordings = {
  GATE_UNKNOWN_FACT: {
    zh: { what: '门槛 {id} 引用的事实项 {fact} 不存在。', remedy: '请更正标识，或在事实项中补充。' },
    en: {
      what: 'Gate {id} refers to the fact {fact}, which does not exist.',
      remedy: 'Correct the id, or declare the fact.',
    },
  },
  GATE_UNKNOWN_LEAF: {
    zh: { what: '门槛 {id} 引用的指标 {leaf} 不存在。', remedy: '请更正标识；leaf 只能是末级指标。' },
    en: {
      what: 'Gate {id} refers to the indicator {leaf}, which does not exist.',
      remedy: 'Correct the id; a leaf is an indicator, not a branch.',
    },
  },
  GATE_UNKNOWN_NODE: {
    zh: { what: '门槛 {id} 引用的指标或层级 {node} 不存在。', remedy: '请更正标识。' },
    en: { what: 'Gate {id} refers to the node {node}, which does not exist.', remedy: 'Correct the id.' },
  },
  CONDITION_EMPTY: {
    zh: { what: '门槛 {id} 的条件为空。', remedy: '请在 all 或 any 中至少写一个条件。' },
    en: { what: 'A condition of gate {id} is empty.', remedy: 'Put at least one comparison into all or any.' },
  },
  CONDITION_VALUE: {
    zh: { what: '门槛 {id} 的比较值 {value} 不是有限数。', remedy: '请填有限数；是与否分别为 1 和 0。' },
    en: {
      what: 'Gate {id} compares with {value}, which is not a finite number.',
      remedy: 'Give a finite number; yes is 1 and no is 0.',
    },
  },
  CAP_WITHOUT_GRADE: {
    zh: { what: '封顶项 {id} 没有写明最高等级。', remedy: '请填写 maxGrade。' },
    en: { what: 'The cap {id} names no highest grade.', remedy: 'Give maxGrade.' },
  },
  CAP_UNKNOWN_GRADE: {
    zh: { what: '封顶项 {id} 的最高等级 {maxGrade} 不存在。', remedy: '请改为以下等级之一：{grades}。' },
    en: { what: 'The cap {id} names the grade {maxGrade}, which does not exist.', remedy: 'Use one of {grades}.' },
  },
  MAX_GRADE_NOT_CAP: {
    zh: { what: '门槛 {id} 不是封顶项，不应写最高等级 {maxGrade}。', remedy: '请删除 maxGrade，或把类型改为 cap。' },
    en: {
      what: 'Gate {id} is of kind {kind} and cannot have the highest grade {maxGrade}.',
      remedy: 'Remove maxGrade, or make it a cap.',
    },
  },
  LOOKBACK_RANGE: {
    zh: { what: '门槛 {id} 的追溯月数 {lookbackMonths} 无效。', remedy: '请填大于 0 的月数，或删除该项。' },
    en: {
      what: 'Gate {id} looks back {lookbackMonths} months, which cannot be used.',
      remedy: 'Give a number above 0, or leave it out.',
    },
  },
  GATE_WITHOUT_GROUP: {
    zh: { what: '门槛 {id} 限定了同类组，但未列出任何组。', remedy: '请列出适用的组；适用全部时请删除 groups。' },
    en: {
      what: 'Gate {id} is for peer groups but lists none.',
      remedy: 'List the groups; leave groups out where it is for all.',
    },
  },
  GRADE_RANGE: {
    zh: { what: '等级 {id} 的下限 {min} 超出 0 至 100。', remedy: '请填 0 至 100 之间的分数。' },
    en: { what: 'The lower bound {min} of grade {id} is outside 0 to 100.', remedy: 'Give a score from 0 to 100.' },
  },
  GRADE_FIRST_MIN: {
    zh: { what: '最低等级 {id} 的下限为 {min}，低于它的得分将没有等级。', remedy: '请把最低等级的下限设为 0。' },
    en: {
      what: 'The lowest grade {id} begins at {min}; scores below it would have no grade.',
      remedy: 'Let the lowest grade begin at 0.',
    },
  },
  GRADES_NOT_ASCENDING: {
    zh: { what: '等级 {id} 的下限 {min} 不高于前一等级 {below} 的 {belowMin}。', remedy: '请按下限从低到高排列等级。' },
    en: {
      what: 'Grade {id} begins at {min}, not above {belowMin} of {below} before it.',
      remedy: 'Put the grades in ascending order of their lower bounds.',
    },
  },
  BASIC_RULE_UNKNOWN_GRADE: {
    zh: { what: '基本项规则引用的等级 {grade} 不存在。', remedy: '请改为以下等级之一：{grades}。' },
    en: { what: 'The basic rule refers to the grade {grade}, which does not exist.', remedy: 'Use one of {grades}.' },
  },
  BASIC_RULE_FIRST_GRADE: {
    zh: { what: '基本项规则不能对最低等级 {grade} 设线（{min}）。', remedy: '请删除该行：最低等级不设基本项要求。' },
    en: {
      what: 'The basic rule cannot ask {min} for the lowest grade, {grade}.',
      remedy: 'Remove the line; the lowest grade asks nothing.',
    },
  },
  BASIC_RULE_RANGE: {
    zh: { what: '基本项规则对等级 {id} 的要求 {min} 超出 0 至 100。', remedy: '请填 0 至 100 之间的分数。' },
    en: { what: 'The basic rule asks {min} for grade {id}, outside 0 to 100.', remedy: 'Give a score from 0 to 100.' },
  },
  BASIC_RULE_TWICE: {
    zh: { what: '基本项规则对等级 {grade} 写了两次。', remedy: '请只保留一行。' },
    en: { what: 'The basic rule names the grade {grade} twice.', remedy: 'Keep one line.' },
  },
}

const data: FaultWordings = {
  DATASET_SHAPE: {
    zh: { what: '{id} 有 {length} 行，数据集有 {size} 行。', remedy: '请使各列行数一致。' },
    en: {
      what: '{id} has {length} rows, the dataset has {size}.',
      remedy: 'Give every column the same number of rows.',
    },
  },
  ROW_TWICE: {
    zh: { what: '评价对象 {unit} 在 {period} 期出现两次。', remedy: '每个评价对象每期只保留一行。' },
    en: { what: 'Unit {unit} appears twice in period {period}.', remedy: 'Keep one row for each unit and period.' },
  },
  ROW_UNKNOWN: {
    zh: { what: '没有第 {row} 行（共 {size} 行，从 0 起）。', remedy: '请使用同一数据集中的行号。' },
    en: {
      what: 'There is no row {row} ({size} rows, counted from 0).',
      remedy: 'Use a row of the dataset that was scored.',
    },
  },
  BLANK_NOT_STATED: {
    zh: { what: '{id} 没有值，也没有说明原因。', remedy: '请标明未填、不适用、无法获得或不予提供。' },
    en: {
      what: '{id} has no value and no reason for it.',
      remedy: 'Mark it unanswered, not applicable, not available or withheld.',
    },
  },
  BLANK_WITH_VALUE: {
    zh: { what: '{id} 已有值 {value}，却又标为空缺。', remedy: '请删除该值，或取消空缺标记。' },
    en: { what: '{id} has the value {value} and is marked blank as well.', remedy: 'Remove the value, or the mark.' },
  },
  RAW_INFINITE: {
    zh: { what: '{id} 的值 {value} 不是有限数。', remedy: '请检查来源数据，常见原因是除数为 0；确无数据时请留空。' },
    en: {
      what: 'The value {value} of {id} is not a finite number.',
      remedy: 'Check its source, often a division by 0; leave it empty where there is none.',
    },
  },
  RAW_NOT_A_LEVEL: {
    zh: { what: '{id} 的值 {value} 不在规定的级别中。', remedy: '请填以下之一：{levels}。' },
    en: { what: 'The value {value} of {id} is not one of its levels.', remedy: 'Use one of {levels}.' },
  },
  RAW_NOT_BOOLEAN: {
    zh: { what: '{id} 应填是或否，现为 {value}。', remedy: '请填是（1）或否（0）。' },
    en: { what: '{id} is yes or no, and has {value}.', remedy: 'Use yes (1) or no (0).' },
  },
  RAW_OUTSIDE_SCALE: {
    zh: { what: '{id} 的评分 {value} 超出 {low} 至 {high} 的尺度。', remedy: '请核对评分表，按该尺度填写。' },
    en: {
      what: 'The rating {value} of {id} is outside the scale {low} to {high}.',
      remedy: 'Check the scoring sheet and rate on that scale.',
    },
  },
  RATING_NOT_A_NUMBER: {
    zh: { what: '{id} 的专家评分中有空值。', remedy: '请删除空评分，只保留已评的分数。' },
    en: { what: 'A rating of {id} is empty.', remedy: 'Leave it out; keep the ratings that were given.' },
  },
  RATINGS_NOT_EXPECTED: {
    zh: { what: '{id} 不是专家评分指标，却有 {count} 个评分。', remedy: '请填一个数值，或核对列名。' },
    en: {
      what: '{id} is not rated by experts but has {count} ratings.',
      remedy: 'Give one value, or check the column.',
    },
  },
  FACT_INFINITE: {
    zh: { what: '事实项 {id} 的值 {value} 不是有限数。', remedy: '请填有限数；确无数据时请留空。' },
    en: {
      what: 'The value {value} of the fact {id} is not a finite number.',
      remedy: 'Give a finite number; leave it empty where there is none.',
    },
  },
  FACT_NOT_BOOLEAN: {
    zh: { what: '事实项 {id} 应填是或否，现为 {value}。', remedy: '请填是（1）或否（0）。' },
    en: { what: 'The fact {id} is yes or no, and has {value}.', remedy: 'Use yes (1) or no (0).' },
  },
  DIGITS_OUT_OF_RANGE: {
    zh: { what: '小数位数 {digits} 无效。', remedy: '请填 0 至 {most} 的整数。' },
    en: { what: '{digits} decimal places cannot be shown.', remedy: 'Give a whole number from 0 to {most}.' },
  },
}

export const kernelFaults: FaultWordings = { ...framework, ...normalising, ...rules, ...data }
