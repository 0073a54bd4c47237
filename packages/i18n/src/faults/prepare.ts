import type { FaultWordings } from './wording.ts'

/** Faults of data preparation: screening, denomination, imputation, treatment, normalisation by the sample. */
export const prepareFaults: FaultWordings = {
  PREPARE_VALUE_INFINITE: {
    zh: {
      what: '第 {row} 行的值为无穷大（{value}）。',
      remedy: '请检查算出该值的除法（分母可能为 0），更正后重算，或留空作缺失。',
    },
    en: {
      what: 'Row {row} is infinite ({value}).',
      remedy: 'Check the division that gave it (by zero?) and correct it, or leave it empty as missing.',
    },
  },
  PREPARE_LENGTH_DIFFERS: {
    zh: {
      what: '有一列长度为 {length}，其他各列为 {expected}。',
      remedy: '请让各列按同一批评价对象、同一次序排列，缺失处留空。',
    },
    en: {
      what: 'One list has {length} entries where the others have {expected}.',
      remedy: 'Give every list the same units in the same order, and leave missing values empty.',
    },
  },
  PREPARE_OPTION_RANGE: {
    zh: { what: '参数“{option}”为 {value}，应在 {least} 至 {most} 之间。', remedy: '请改为范围内的数。' },
    en: {
      what: 'The option “{option}” is {value}; it must lie between {least} and {most}.',
      remedy: 'Give a number within the range.',
    },
  },
  PREPARE_OPTION_FINITE: {
    zh: { what: '参数“{option}”为 {value}，不是有限的数。', remedy: '请改为一个具体的数。' },
    en: { what: 'The option “{option}” is {value}, not a finite number.', remedy: 'Give an ordinary number.' },
  },
  PREPARE_OPTION_POSITIVE: {
    zh: { what: '参数“{option}”为 {value}，应大于 0。', remedy: '请改为大于 0 的有限数。' },
    en: {
      what: 'The option “{option}” is {value}; it must be above 0.',
      remedy: 'Give a finite number above 0.',
    },
  },
  SCREEN_FORCE_UNKNOWN: {
    zh: {
      what: '要强制保留或剔除的序号 {index} 不存在，共有 {size} 个。',
      remedy: '请核对序号，从 0 数起；筛选之后次序可能已变。',
    },
    en: {
      what: 'There is no place {index} to keep or drop by force; there are {size}.',
      remedy: 'Check the place, counted from 0; the order may have changed in an earlier step.',
    },
  },
  DENOMINATOR_ZERO: {
    zh: {
      what: '第 {row} 行的分母为 0，无法相除。',
      remedy: '请核对该评价对象的规模数据；确实不适用的，请留空作缺失。',
    },
    en: {
      what: 'The denominator in row {row} is 0.',
      remedy: 'Check the size of that unit; leave it empty as missing where it does not apply.',
    },
  },
  DENOMINATOR_NEGATIVE: {
    zh: { what: '第 {row} 行的分母为负数（{value}）。', remedy: '规模数据不应为负，请核对后更正。' },
    en: {
      what: 'The denominator in row {row} is negative ({value}).',
      remedy: 'A size is never negative: correct it.',
    },
  },
  DENOMINATOR_MEASURE: {
    zh: {
      what: '分母的计量单位是“{found}”，指标定义要求“{expected}”。',
      remedy: '请换用正确的分母，或先换算计量单位。',
    },
    en: {
      what: 'The denominator is in “{found}” where the definition of the indicator names “{expected}”.',
      remedy: 'Use the right denominator, or convert it first.',
    },
  },
  DENOMINATOR_TOO_SMALL: {
    zh: { what: '第 {row} 行的分母过小，相除的结果超出可表示的范围。', remedy: '请核对分母和计量单位。' },
    en: {
      what: 'The denominator in row {row} is so small that the quotient is beyond any number.',
      remedy: 'Check the denominator and its unit of measure.',
    },
  },
  IMPUTE_NEIGHBOURS_COUNT: {
    zh: { what: '近邻个数 {k} 不是不小于 1 的整数。', remedy: '请给出整数，例如 5。' },
    en: {
      what: 'The number of neighbours {k} is not a whole number from 1.',
      remedy: 'Give a whole number, such as 5.',
    },
  },
  IMPUTE_EM_COLUMN: {
    zh: {
      what: '第 {column} 列的观测值不足两个，或全部相等，无法用 EM 法插补。',
      remedy: '请把这一列移出 EM 插补，改用均值、中位数或分组插补。',
    },
    en: {
      what: 'Column {column} has fewer than two values, or all of them are equal; EM cannot use it.',
      remedy: 'Leave it out of the EM step, and fill it by mean, median or group instead.',
    },
  },
  IMPUTE_EM_SINGULAR: {
    zh: {
      what: '各列线性相关，或数据行数太少（{rows} 行、{columns} 列），EM 法无法估计协方差。',
      remedy: '请去掉可由其他列算出的列，或按支柱分别插补。',
    },
    en: {
      what: 'Some columns are combinations of others, or there are too few rows ({rows} rows, {columns} columns) for EM.',
      remedy: 'Leave out columns that follow from others, or impute pillar by pillar.',
    },
  },
  IMPUTE_EM_NOT_CONVERGED: {
    zh: {
      what: 'EM 法迭代 {iterations} 次后仍未收敛到 {tolerance}。',
      remedy: '请增加迭代次数，或减少缺失过多的列。',
    },
    en: {
      what: 'EM has not settled within {tolerance} after {iterations} iterations.',
      remedy: 'Allow more iterations, or leave out the columns that miss most.',
    },
  },
  IMPUTE_NOT_FINITE: {
    zh: { what: '第 {row} 行的插补结果超出可表示的范围。', remedy: '请核对该列数据的量级，或换用较合适的计量单位。' },
    en: {
      what: 'The value for row {row} is too large for a number.',
      remedy: 'Check how large the figures are, or use a more suitable unit of measure.',
    },
  },
  TREAT_CONSTANT: {
    zh: { what: '该列取值全部相同，没有可取对数的范围。', remedy: '无需处理；该指标无法区分评价对象。' },
    en: {
      what: 'All values are equal: there is no range to take the logarithm over.',
      remedy: 'Leave the column as it is; it does not tell units apart.',
    },
  },
  TREAT_RANGE: {
    zh: {
      what: '该列取值从 {least} 到 {most}，变换后超出可表示的范围。',
      remedy: '请核对数据，或换用较合适的计量单位。',
    },
    en: {
      what: 'The values run from {least} to {most}; transformed, they are beyond what a number can hold.',
      remedy: 'Check the data, or use a more suitable unit of measure.',
    },
  },
  TREAT_GII_MAXIMUM: {
    zh: { what: '该列最大值为 {most}，GII 对数变换要求大于 1。', remedy: '请换用其他对数变换，或换算计量单位。' },
    en: {
      what: 'The largest value is {most}; the GII logarithm needs one above 1.',
      remedy: 'Choose another logarithm, or convert the unit of measure.',
    },
  },
  TREAT_BOX_COX_DOMAIN: {
    zh: {
      what: '最小值 {least} 加上平移量 {offset} 后不大于 0，不能做 Box-Cox 变换。',
      remedy: '请加大平移量，或不指定平移量，由系统平移到最小值为 1。',
    },
    en: {
      what: 'The least value {least} plus the offset {offset} is not above 0, which Box-Cox needs.',
      remedy: 'Raise the offset, or leave it out: the column is then shifted to start at 1.',
    },
  },
  TREAT_CARRY_DOMAIN: {
    zh: {
      what: '目标值或标杆值 {value} 超出该列所用变换的定义域，无法一同变换。',
      remedy: '请把目标值或标杆值设在数据范围附近，或不对该指标取对数。',
    },
    en: {
      what: 'The target or goalpost {value} lies outside what the column’s transform is defined for.',
      remedy: 'Set it nearer to the data, or do not take the logarithm of this indicator.',
    },
  },
  SAMPLE_CONSTANT: {
    zh: {
      what: '样本中 {count} 个观测值全部相同，无法按样本范围无量纲化。',
      remedy: '请改用标杆值等不依赖样本的方法，或给定参照样本。',
    },
    en: {
      what: 'All {count} observed values of the sample are equal: it has no range to normalise by.',
      remedy: 'Use goalposts or another method that reads no sample, or give a reference sample.',
    },
  },
  SAMPLE_RANGE_WIDE: {
    zh: { what: '样本范围从 {minimum} 到 {maximum}，超出可表示的范围。', remedy: '请核对数据和计量单位。' },
    en: {
      what: 'The sample runs from {minimum} to {maximum}, wider than a number can hold.',
      remedy: 'Check the data and the unit of measure.',
    },
  },
  SAMPLE_TOO_FEW: {
    zh: { what: '样本只有 {count} 个观测值，该方法至少需要 {least} 个。', remedy: '请补充数据或换用其他方法。' },
    en: {
      what: 'The sample has {count} observed values; the method needs at least {least}.',
      remedy: 'Add data, or choose another method.',
    },
  },
  SAMPLE_REFERENCE_EMPTY: {
    zh: { what: '参照年度或参照组没有任何观测值。', remedy: '请换一个有数据的参照样本。' },
    en: { what: 'The reference year or group has no values.', remedy: 'Choose a reference that has data.' },
  },
  SAMPLE_SCORE_INFINITE: {
    zh: {
      what: '第 {row} 行的值 {value} 算出的得分不是有限的数。',
      remedy: '请核对方法的参数，以及该值与样本的量级是否相称。',
    },
    en: {
      what: 'The value {value} in row {row} has no finite score.',
      remedy: 'Check the options of the method, and whether the value is of the sample’s order of magnitude.',
    },
  },
  SAMPLE_NOT_POSITIVE: {
    zh: {
      what: '按最大值折算时遇到不大于 0 的值（{value}），得分会倒置或无法计算。',
      remedy: '请改用极差法，或平移数据使其全部大于 0。',
    },
    en: {
      what: 'A fraction of the maximum meets a value that is not above 0 ({value}): scores would turn round or divide by 0.',
      remedy: 'Use min-max, or shift the data above 0.',
    },
  },
  SAMPLE_SCALE_EMPTY: {
    zh: {
      what: '量程下限 {lower} 与上限 {upper} 不构成由小到大的有限区间。',
      remedy: '请更正上下限；逆向指标也是下限在前。',
    },
    en: {
      what: 'The scale from {lower} to {upper} is not a finite range in rising order.',
      remedy: 'Correct its ends; the lower one comes first even where less is better.',
    },
  },
  SAMPLE_REFERENCE_VALUE: {
    zh: { what: '参照对象的值缺失或不是有限的数（{value}）。', remedy: '请换一个有数据的参照对象。' },
    en: {
      what: 'The value of the reference unit is missing or not finite ({value}).',
      remedy: 'Choose a reference unit that has a value.',
    },
  },
  SAMPLE_REFERENCE_AT_WORST: {
    zh: {
      what: '参照对象的值 {value} 不优于样本最差值 {worst}，没有距离可比。',
      remedy: '请换一个表现较好的参照对象。',
    },
    en: {
      what: 'The reference value {value} is no better than the worst of the sample, {worst}: there is no distance to measure.',
      remedy: 'Choose a better reference unit.',
    },
  },
  SAMPLE_TARGET_VALUE: {
    zh: { what: '目标值缺失或不是有限的数（{target}）。', remedy: '请给出具体的目标值。' },
    en: { what: 'The target is missing or not finite ({target}).', remedy: 'Give the target as a number.' },
  },
  SAMPLE_TARGET_AT_WORST: {
    zh: {
      what: '目标值 {target} 不优于样本最差值 {worst}，所有评价对象都已越过目标。',
      remedy: '请核对目标值、指标方向和计量单位；数据经过变换的，目标值须一同变换。',
    },
    en: {
      what: 'The target {target} is no better than the worst value, {worst}: every unit is past it.',
      remedy: 'Check target, direction and unit of measure; where the data were treated, carry the target through too.',
    },
  },
  SAMPLE_EFFICACY_ORDER: {
    zh: {
      what: '满意值 {satisfactory} 不优于不允许值 {unacceptable}。',
      remedy: '请核对两个值和指标方向：逆向指标的满意值应小于不允许值。',
    },
    en: {
      what: 'The satisfactory value {satisfactory} is not better than the unacceptable one, {unacceptable}.',
      remedy: 'Check both and the direction: where less is better the satisfactory value is the smaller one.',
    },
  },
  SAMPLE_CATEGORIES: {
    zh: {
      what: '分档设置不成立：{categories}。',
      remedy: '请从占比 0 开始，占比逐档递增且小于 1，分值不得逐档下降。',
    },
    en: {
      what: 'The categories do not hold: {categories}.',
      remedy: 'Start at share 0, let shares rise and stay below 1, and let no score fall.',
    },
  },
  TREND_NOT_POSITIVE: {
    zh: {
      what: '首期值 {first} 不大于 0，或末期值 {last} 为负，无法计算复合增长率。',
      remedy: '请改用按趋势线计算的变化率，或换一个起始期。',
    },
    en: {
      what: 'The first value {first} is not above 0, or the last, {last}, is negative: there is no compound growth.',
      remedy: 'Use the change by the trend line, or another first period.',
    },
  },
  TREND_FITTED_ZERO: {
    zh: { what: '趋势线的起点为 0，无法计算百分比变化。', remedy: '请换一个起始期，或直接比较差值。' },
    en: {
      what: 'The trend line starts at 0: a change in per cent has nothing to refer to.',
      remedy: 'Start at another period, or compare differences.',
    },
  },
  TREND_PERIOD_TWICE: {
    zh: { what: '同一评价对象的 {period} 期出现两次。', remedy: '每期只保留一个值。' },
    en: { what: 'Period {period} appears twice in one series.', remedy: 'Keep one value for each period.' },
  },
}
