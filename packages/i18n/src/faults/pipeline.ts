import type { FaultWordings } from './wording.ts'

/** Faults of a standard's pipeline: what is done to the data before they are scored. */
export const pipelineFaults: FaultWordings = {
  PIPELINE_REFERENCE_EMPTY: {
    zh: {
      what: '参照样本中没有任何评价对象（期 {period}，分组 {group}）。',
      remedy: '请一并提供参照期的数据，或改用数据中有的期和分组。',
    },
    en: {
      what: 'No unit belongs to the reference sample (period {period}, group {group}).',
      remedy: 'Give the data of the reference period too, or name a period and group that the data have.',
    },
  },
  PIPELINE_CARRY_EQUAL: {
    zh: {
      what: '标杆值 {worst} 与 {best} 都在缩尾后的同一端之外，处理后相等（{carried}），无法换算得分。',
      remedy: '请检查取值的计量单位与标杆值是否一致，或对本指标写 treat: none。',
    },
    en: {
      what: 'The goalposts {worst} and {best} both lie beyond the same winsorised end and become equal ({carried}).',
      remedy: 'Check that values and goalposts are in the same unit of measure, or say treat: none for this indicator.',
    },
  },
  SCREEN_KEPT_AND_DROPPED: {
    zh: { what: '评价对象“{unit}”既要求保留又要求剔除。', remedy: '请只留一处。' },
    en: { what: 'The unit “{unit}” is both to be kept and to be dropped.', remedy: 'Name it in one list only.' },
  },
  PIPELINE_UNKNOWN_FACT: {
    zh: {
      what: '分母“{fact}”不是数值型事实；有：{facts}。',
      remedy: '请在 facts 中定义它（type: number），或改用已有的事实。',
    },
    en: {
      what: 'The denominator “{fact}” is no fact of type number; there are: {facts}.',
      remedy: 'Define it under facts with type: number, or use one that is there.',
    },
  },
  PIPELINE_UNKNOWN_PILLAR: {
    zh: { what: '没有上级指标“{pillar}”；有：{branches}。', remedy: '请改为指标树中某个上级指标的编码。' },
    en: {
      what: 'There is no branch “{pillar}”; there are: {branches}.',
      remedy: 'Name the id of a branch of the tree.',
    },
  },
  PIPELINE_STEP_UNFIT: {
    zh: {
      what: '按“{method}”计分的指标不能做“{step}”这一步。',
      remedy: '等级和是否类取值不能相除或取均值；异常值处理只用于标杆值法和依样本的方法。请去掉这一步。',
    },
    en: {
      what: 'An indicator that is scored by “{method}” cannot go through the step “{step}”.',
      remedy:
        'Levels and yes/no cannot be divided or averaged; treatment is for goalposts and for methods that read a sample. Take the step out.',
    },
  },
  PIPELINE_FROZEN_TREATED: {
    zh: {
      what: '样本统计量已写定，但异常值处理仍要依当期数据拟合，两者不能并用。',
      remedy: '请对本指标写 treat: none，或把处理也写定（treat: transforms）。',
    },
    en: {
      what: 'The statistics of the sample are written down, while the treatment is still fitted to the data at hand.',
      remedy: 'Say treat: none for this indicator, or write the treatment down too (treat: transforms).',
    },
  },
  PIPELINE_SCALE_TREATED: {
    zh: {
      what: '给定的宽度 scale 无法随异常值处理换算。',
      remedy: '请去掉 scale（改用样本标准差），或对本指标写 treat: none。',
    },
    en: {
      what: 'The given width scale cannot be carried through a treatment.',
      remedy: 'Leave scale out (the standard deviation of the sample is used), or say treat: none for this indicator.',
    },
  },
  PLUGIN_DENOMINATOR_UNIT_MISSING: {
    zh: {
      what: '事实“{fact}”用作分母，但没有写计量单位。',
      remedy: '请在 facts 中为它写 unit: { zh: …, en: … }。',
    },
    en: {
      what: 'The fact “{fact}” is a denominator and names no unit of measure.',
      remedy: 'Give it a unit: { zh: …, en: … } under facts.',
    },
  },
  PLUGIN_TREAT_BOTH: {
    zh: {
      what: 'treat 既写定了变换（transforms），又写了依数据拟合的设置。',
      remedy: '写定的变换不再拟合：请只留 transforms，或只留其余设置。',
    },
    en: {
      what: 'treat has both transforms that are written down and settings of one that is fitted.',
      remedy: 'Transforms that are written down are not fitted: keep either transforms alone, or the other settings.',
    },
  },
  PLUGIN_TREAT_ALWAYS: {
    zh: {
      what: 'treat 规定一律处理（when: always），又写了只在按需处理时才用的 {keys}。',
      remedy: '请删去 {keys}，或改为 when: needed。',
    },
    en: {
      what: 'treat is done in any case (when: always) and names {keys}, which are read only where it is done as needed.',
      remedy: 'Take out {keys}, or say when: needed.',
    },
  },
  SAMPLE_ENDS: {
    zh: { what: '得分范围 {low} 至 {high} 不可用。', remedy: '下限应低于上限，且都在 0 至 100 之间。' },
    en: {
      what: 'The range of scores from {low} to {high} cannot be used.',
      remedy: 'The lower end must be below the upper one, both within 0 to 100.',
    },
  },
  PIPELINE_FROZEN_VALUES: {
    zh: { what: '写定的样本没有取值，或有不是数的取值。', remedy: '请在 sample: values 中列出参照期的取值。' },
    en: {
      what: 'The frozen sample has no values, or some that are no numbers.',
      remedy: 'List the values of the reference period under sample: values.',
    },
  },
  PIPELINE_FROZEN_NEEDS_VALUES: {
    zh: {
      what: '“{method}”要看样本中每一个取值，只有统计量不够。',
      remedy: '请在 sample: values 中列出取值。',
    },
    en: {
      what: '“{method}” looks at every value of the sample; statistics alone do not do.',
      remedy: 'List the values under sample: values.',
    },
  },
  PIPELINE_FROZEN_STATISTICS: {
    zh: {
      what: '写定的样本统计量自相矛盾：最小 {minimum}，均值 {mean}，最大 {maximum}，标准差 {deviation}，个数 {count}。',
      remedy: '均值应在最小与最大之间，标准差不为负，个数不少于 1。',
    },
    en: {
      what: 'The frozen statistics contradict each other: minimum {minimum}, mean {mean}, maximum {maximum}, standard deviation {deviation}, count {count}.',
      remedy: 'The mean lies between minimum and maximum, the deviation is not negative, the count is at least 1.',
    },
  },
}
