import type { FaultWordings } from './wording.ts'

/** Faults of the ranking methods as a library: a table of alternatives, weights, directions, and a method's parameters. */
export const rankingFaults: FaultWordings = {
  SCALE_NOT_POSITIVE: {
    zh: {
      what: '这种折算要求 {what} 大于 0，实际为 {value}，否则会除以 0 或颠倒顺序。',
      remedy: '请核对数据，或改用极差法等不作除法的方法。',
    },
    en: {
      what: 'This scaling needs a {what} above 0 and meets {value}: it would divide by 0 or turn the order round.',
      remedy: 'Check the data, or use min-max, which takes any figures.',
    },
  },
  SCALE_LOGARITHMS_CANCEL: {
    zh: {
      what: '各值的对数之和为 {total}，正负相消，无法按对数折算。',
      remedy: '请换一个使数值大于 1 的计量单位，或改用其他方法。',
    },
    en: {
      what: 'The logarithms sum to {total}, which is 0 but for rounding: there are no shares of it.',
      remedy: 'Choose a unit of measure in which the figures are above 1, or another method.',
    },
  },
  SCALE_NO_SPREAD: {
    zh: {
      what: '中位数为 {centre}，离散程度（{spread}）为 0：多数取值相同。',
      remedy: '请改用标准差（z 分数）或位次。',
    },
    en: {
      what: 'The spread ({spread}) around the median {centre} is 0: most values are equal.',
      remedy: 'Use the standard deviation (z-score) or ranks.',
    },
  },
  SMAA_NO_WEIGHTS: {
    zh: { what: '没有任何一组权重。', remedy: '请至少给出一组权重。' },
    en: { what: 'There is no weight vector.', remedy: 'Give at least one.' },
  },
  RANKING_TOO_FEW: {
    zh: { what: '只有 {rows} 个方案，无法排序。', remedy: '请至少给出两个方案。' },
    en: { what: '{rows} alternatives cannot be ranked.', remedy: 'Give at least two.' },
  },
  RANKING_RAGGED: {
    zh: {
      what: '应有 {criteria} 个准则，但第 {rows} 行的数目不同，或方向有 {objectives} 个。',
      remedy: '请使每行的取值、权重与方向数目一致。',
    },
    en: {
      what: 'There are {criteria} criteria, but rows {rows} have another number of values, or there are {objectives} objectives.',
      remedy: 'Give each row, the weights and the objectives one entry a criterion.',
    },
  },
  RANKING_WEIGHTS: {
    zh: { what: '权重（{weights}）不能使用。', remedy: '请填不小于 0 的有限数，且不全为 0。' },
    en: { what: 'The weights ({weights}) cannot be used.', remedy: 'Give finite numbers of 0 or more, not all 0.' },
  },
  RANKING_OBJECTIVES: {
    zh: { what: '准则方向（{objectives}）无效。', remedy: '越大越好填 1，越小越好填 -1。' },
    en: {
      what: 'The objectives ({objectives}) are not usable.',
      remedy: 'Give 1 where more is better, -1 where less is.',
    },
  },
  RANKING_VALUE: {
    zh: {
      what: '该方法不能使用这些取值（行/列：取值）：{cells}。',
      remedy: '请补齐缺失、去掉无穷；需要除法或取对数的方法要求大于 0。',
    },
    en: {
      what: 'The method cannot use these values (row/column: value): {cells}.',
      remedy:
        'Fill what is missing, take out infinities; methods that divide or take logarithms ask for values above 0.',
    },
  },
  RANKING_NOTHING: {
    zh: { what: '第 {rows} 行在所有有权重的准则上都没有取值。', remedy: '请补充取值，或去掉该方案。' },
    en: { what: 'Rows {rows} have no value in any criterion with weight.', remedy: 'Give one, or leave them out.' },
  },
  RANKING_PREFERENCES: {
    zh: { what: '有 {criteria} 个准则，却有 {preferences} 个偏好函数。', remedy: '请为每个准则各给一个。' },
    en: { what: 'There are {preferences} preference functions for {criteria} criteria.', remedy: 'Give one for each.' },
  },
  RANKING_MEAN: {
    zh: { what: '第 {criteria} 个准则的均值不大于 0，EDAS 无法相除。', remedy: '请换用其他方法，或先平移取值。' },
    en: {
      what: 'The mean of criteria {criteria} is not above 0, and EDAS divides by it.',
      remedy: 'Use another method, or shift the values first.',
    },
  },
  RANKING_BOUNDS: {
    zh: {
      what: '第 {criteria} 个准则的上下界无效，或有取值在界外。',
      remedy: '请使下界小于上界，并包含全部取值与理想点。',
    },
    en: {
      what: 'The bounds of criteria {criteria} are not ordered, or values lie outside of them.',
      remedy: 'Put the low bound below the high one, around all values and the ideal.',
    },
  },
  RANKING_WORST: {
    zh: { what: '第 {rows} 行在各准则上都最差，该方法要以其合计为除数。', remedy: '请去掉该方案，或换用其他方法。' },
    en: {
      what: 'Rows {rows} are the worst in everything, and the method divides by their sums.',
      remedy: 'Leave them out, or use another method.',
    },
  },
  RANKING_CONSTANT: {
    zh: { what: '第 {criteria} 个准则的取值全部相同，无法标准化。', remedy: '请去掉该准则。' },
    en: { what: 'Criteria {criteria} do not vary and cannot be standardised.', remedy: 'Leave them out.' },
  },
  CHOQUET_SIZE: {
    zh: {
      what: '{criteria} 个准则的容度应有 2 的 {criteria} 次方个值，实有 {places} 个。',
      remedy: '请按组合的二进制编号逐一给值。',
    },
    en: {
      what: 'A capacity over {criteria} criteria has 2 to the power of {criteria} values; there are {places}.',
      remedy: 'Give one for each set, by its bits.',
    },
  },
  CHOQUET_VALUES: {
    zh: { what: '取值 {values} 中有负数或非有限数。', remedy: 'Choquet 积分要求同一量纲、不小于 0 的取值。' },
    en: { what: 'Among {values} are negative or infinite ones.', remedy: 'Give values of 0 or more on one scale.' },
  },
  CHOQUET_CAPACITY: {
    zh: { what: '所给不是容度：空集应为 0、全体为 1，且组合越大值不减小。', remedy: '请检查各组合的值。' },
    en: {
      what: 'This is no capacity: the empty set is worth 0, all 1, and a larger set never less.',
      remedy: 'Check the values of the sets.',
    },
  },
}
