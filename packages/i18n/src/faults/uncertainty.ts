import type { FaultWordings } from './wording.ts'

const specification: FaultWordings = {
  UNCERTAINTY_UNKNOWN_NODE: {
    zh: {
      what: '不确定性设定提到 {id}，该标准中没有这个节点，或其类型不符。',
      remedy: '是否应为：{nearest}。权重与合成填分支，无量纲化、去留与误差填指标。',
    },
    en: {
      what: 'The specification names {id}; the standard has no such node of that kind.',
      remedy:
        'Did you mean: {nearest}? Weights and aggregation take branches; normalisation, inclusion and noise take indicators.',
    },
  },
  UNCERTAINTY_NOTHING_IMPUTED: {
    zh: {
      what: '多重插补无处可用：按标准，所列指标没有一个取值是插补的。',
      remedy: '请在标准的 pipeline 中写明插补方法，或删去 multiple。',
    },
    en: {
      what: 'There is nothing to impute multiply: the standard imputes no value of these indicators.',
      remedy: 'Say in the pipeline of the standard how gaps are filled, or take “multiple” out.',
    },
  },
  UNCERTAINTY_IMPUTATIONS: {
    zh: { what: '插补次数为 {value}，应为不小于 2 的整数。', remedy: '通常取 5 至 50 次。' },
    en: {
      what: 'The number of imputations is {value}; it must be a whole number from 2.',
      remedy: '5 to 50 are usual.',
    },
  },
  MULTIPLE_IMPUTATION_FAILED: {
    zh: {
      what: '多重插补未成：{units} 个评价对象、{columns} 项指标，抽样 {tries} 次都无法估计。',
      remedy: '评价对象相对指标过少，或有指标可由其余指标推出；请只列部分指标，或改用其他插补方法。',
    },
    en: {
      what: 'Multiple imputation failed: with {units} units and {columns} indicators none of {tries} samples could be estimated.',
      remedy:
        'There are too few units for the indicators, or some follow from others; name fewer indicators, or use another method.',
    },
  },
  UNCERTAINTY_NOTHING_NAMED: {
    zh: { what: '该项不确定性没有涉及任何节点。', remedy: '请列出适用的节点编号，或删去该项。' },
    en: {
      what: 'This uncertainty reaches no node.',
      remedy: 'List the ids of nodes that it fits, or take the entry out.',
    },
  },
  UNCERTAINTY_NAMED_TWICE: {
    zh: {
      what: '{id} 在同一类不确定性中被指定了两次，后一次会覆盖前一次。',
      remedy: '请只保留一次；“all”已包含所有适用的节点。',
    },
    en: {
      what: '{id} is named twice in one part of the specification; the later entry would undo the earlier.',
      remedy: 'Keep it once; "all" includes every node that the part is for.',
    },
  },
  UNCERTAINTY_NO_OPTIONS: {
    zh: { what: '该项不确定性没有给出备选方法。', remedy: '请至少给出一种备选方法。' },
    en: { what: 'This uncertainty has no alternatives.', remedy: 'Give at least one.' },
  },
  UNCERTAINTY_NO_SHARES: {
    zh: {
      what: '{id} 的合成方法不把权重当作份额，权重无法这样变动。',
      remedy: '请只选加权平均类的分支；Choquet 积分可用 uniform 或 dirichlet。',
    },
    en: {
      what: 'The aggregation of {id} does not read weights as shares, so they cannot be varied in this way.',
      remedy: 'Name only branches that are weighted means; Choquet integrals take uniform or dirichlet.',
    },
  },
  UNCERTAINTY_SPREAD: {
    zh: { what: '权重的变动幅度为 {value}，应不小于 0 且小于 1。', remedy: '例如填 0.2，表示上下浮动 20%。' },
    en: {
      what: 'The spread of the weights is {value}; it must be at least 0 and below 1.',
      remedy: 'Give 0.2, for example, for 20 % either way.',
    },
  },
  UNCERTAINTY_CONCENTRATION: {
    zh: { what: '狄利克雷分布的集中度为 {value}，应为正数。', remedy: '请给出正数；越大，权重越接近原定值。' },
    en: {
      what: 'The concentration of the Dirichlet distribution is {value}; it must be positive.',
      remedy: 'Give a positive number; the larger, the closer the weights stay to those declared.',
    },
  },
  UNCERTAINTY_NO_EXPERTS: {
    zh: { what: '没有给出专家权重。', remedy: '请至少给出一位专家的权重。' },
    en: { what: 'There are no expert weights.', remedy: 'Give the weights of at least one expert.' },
  },
  UNCERTAINTY_EXPERT_UNKNOWN_NODE: {
    zh: {
      what: '第 {expert} 位专家为 {id} 赋了权，它不属于所选分支。',
      remedy: '是否应为：{nearest}。否则请删去该项，或把其所属分支列入。',
    },
    en: {
      what: 'Expert {expert} weights {id}, which is not below the branches named.',
      remedy: 'Did you mean: {nearest}? Else take it out, or name its branch too.',
    },
  },
  UNCERTAINTY_EXPERT_WEIGHT: {
    zh: {
      what: '第 {expert} 位专家对 {id} 的权重缺失、为负或为无穷大。',
      remedy: '请为所选分支的每个下级给出非负权重。',
    },
    en: {
      what: 'Expert {expert} has no weight for {id}, or a negative or infinite one.',
      remedy: 'Give a weight of 0 or more for every child of the branches named.',
    },
  },
  UNCERTAINTY_EXPERT_ALL_ZERO: {
    zh: { what: '第 {expert} 位专家对 {children} 的权重全为 0。', remedy: '请至少给其中一项正的权重。' },
    en: {
      what: 'Expert {expert} gives {children} no weight at all.',
      remedy: 'Give at least one of them some weight.',
    },
  },
  UNCERTAINTY_PROBABILITY: {
    zh: { what: '剔除概率为 {value}，应在 0 到 1 之间。', remedy: '请改为 0 到 1 之间的数。' },
    en: {
      what: 'The probability of being left out is {value}; it must be from 0 to 1.',
      remedy: 'Give a number from 0 to 1.',
    },
  },
  UNCERTAINTY_NOISE_SIZE: {
    zh: { what: '数据误差的大小为 {value}，应为非负的有限数。', remedy: '请给出标准差或半宽。' },
    en: {
      what: 'The size of the data error is {value}; it must be 0 or more, and finite.',
      remedy: 'Give a standard deviation or half width.',
    },
  },
  UNCERTAINTY_NOISE_BOUNDS: {
    zh: { what: '数据误差的下限 {least} 高于上限 {most}。', remedy: '请调换或改正上下限。' },
    en: {
      what: 'The lower bound {least} of the data error is above the upper bound {most}.',
      remedy: 'Correct the bounds.',
    },
  },
  UNCERTAINTY_NOISE_ON_LEVELS: {
    zh: { what: '{id} 取值为档次或是否，不能叠加连续误差。', remedy: '请从数据误差中去掉该指标。' },
    en: { what: '{id} has levels or yes and no, to which no error can be added.', remedy: 'Take it out of the noise.' },
  },
  UNCERTAINTY_READ_BY_GATE: {
    zh: {
      what: '{id} 的原始值用于门槛判断，不能换成按样本计算的无量纲化方法。',
      remedy: '请换用标准自带的方法，或从该项去掉此指标。',
    },
    en: {
      what: 'A gate reads the raw value of {id}, so a normaliser taken from the sample cannot replace it.',
      remedy: "Use one of the standard's own methods, or take the indicator out of this entry.",
    },
  },
  UNCERTAINTY_PANEL_RATINGS: {
    zh: { what: '{id} 的数据是专家逐一打分，不是单一数值。', remedy: '请从该项去掉此指标。' },
    en: {
      what: '{id} holds the ratings of a panel, not single values.',
      remedy: 'Take the indicator out of this entry.',
    },
  },
  UNCERTAINTY_UNKNOWN_UNIT: {
    zh: { what: '要比较的评价对象 {unit} 不在数据中。', remedy: '请核对名称。' },
    en: { what: 'Unit {unit}, asked to be compared, is not in the data.', remedy: 'Check its name.' },
  },
}

const run: FaultWordings = {
  UNCERTAINTY_SEED: {
    zh: { what: '随机种子为 {value}，应为 0 到 4294967295 的整数。', remedy: '请改为该范围内的整数。' },
    en: {
      what: 'The seed is {value}; it must be a whole number from 0 to 4294967295.',
      remedy: 'Give one in that range.',
    },
  },
  UNCERTAINTY_DRAWS: {
    zh: { what: '模拟次数为 {value}，应为正整数。', remedy: '请给出正整数，例如 10000。' },
    en: {
      what: 'The number of draws is {value}; it must be a positive whole number.',
      remedy: 'Give one, for example 10000.',
    },
  },
  UNCERTAINTY_RANGE: {
    zh: {
      what: '第 {from} 至 {to} 次不是一段有效的模拟范围（共 {draws} 次）。',
      remedy: '请让每段范围落在总次数之内，且起点不大于终点。',
    },
    en: {
      what: 'Draws {from} to {to} are not a range of a run of {draws}.',
      remedy: 'Keep every range within the run, its start not after its end.',
    },
  },
  UNCERTAINTY_NO_BLOCKS: {
    zh: { what: '没有可以合并的模拟结果。', remedy: '请先运行至少一段模拟。' },
    en: { what: 'There are no blocks to put together.', remedy: 'Run at least one block first.' },
  },
  UNCERTAINTY_BLOCKS_DIFFER: {
    zh: { what: '各段模拟不属于同一次运行。', remedy: '请使用相同的设定、数据、种子和总次数。' },
    en: {
      what: 'The blocks do not belong to one run.',
      remedy: 'Use the same specification, data, seed and number of draws.',
    },
  },
  UNCERTAINTY_DRAWS_TWICE: {
    zh: { what: '第 {draw} 次模拟被计入两次。', remedy: '请让各段的范围互不重叠。' },
    en: { what: 'Draw {draw} is counted twice.', remedy: 'Give the blocks ranges that do not overlap.' },
  },
  UNCERTAINTY_INCOMPLETE: {
    zh: { what: '共 {draws} 次模拟，只完成了 {counted} 次。', remedy: '请补齐缺少的各段后再汇总。' },
    en: { what: 'Only {counted} of {draws} draws are counted.', remedy: 'Run the missing blocks first.' },
  },
}

const sensitivity: FaultWordings = {
  SENSITIVITY_LENGTH: {
    zh: { what: '有一组输出共 {found} 个，应为 {expected} 个。', remedy: '请让每个样本点对应一个输出。' },
    en: {
      what: 'One set of outputs has {found} values where {expected} are needed.',
      remedy: 'Give one output for each point.',
    },
  },
  SENSITIVITY_OUTPUT: {
    zh: { what: '第 {column} 组输出含有缺失或无穷大。', remedy: '请改用在所有样本点上都有数值的输出。' },
    en: {
      what: 'Set {column} of the outputs has a missing or infinite value.',
      remedy: 'Use an output that has a value at every point.',
    },
  },
  SENSITIVITY_OPTION: {
    zh: { what: '参数 {option} 为 {value}，应为不小于 {least} 的整数。', remedy: '请改正该参数。' },
    en: { what: '{option} is {value}; it must be a whole number of at least {least}.', remedy: 'Correct it.' },
  },
  SEQUENCE_DIMENSIONS: {
    zh: { what: 'Sobol 序列要求 {value} 维，最多支持 {most} 维。', remedy: '请减少维数，或改用随机点。' },
    en: {
      what: 'A Sobol sequence of {value} dimensions is asked for; {most} are known here.',
      remedy: 'Use fewer dimensions, or random points.',
    },
  },
  SENSITIVITY_CONFIDENCE: {
    zh: { what: '置信水平为 {value}，应在 0 与 1 之间。', remedy: '例如填 0.95。' },
    en: { what: 'The confidence level is {value}; it must be between 0 and 1.', remedy: 'Give 0.95, for example.' },
  },
  SENSITIVITY_LEVELS: {
    zh: { what: 'Morris 网格的水平数为 {value}，应为不小于 2 的偶数。', remedy: '例如填 4。' },
    en: {
      what: 'The Morris grid has {value} levels; it needs an even number of at least 2.',
      remedy: 'Give 4, for example.',
    },
  },
  SENSITIVITY_TRAJECTORY: {
    zh: {
      what: '第 {trajectory} 条轨迹的第 {step} 步变动了 {moved} 个因素，应恰好为 1 个。',
      remedy: '请让每一步只变动一个因素。',
    },
    en: {
      what: 'Step {step} of trajectory {trajectory} moves {moved} factors instead of one.',
      remedy: 'Move exactly one factor at each step.',
    },
  },
  SENSITIVITY_NEVER_MOVED: {
    zh: { what: '第 {factor} 个因素在所有轨迹中都没有变动。', remedy: '请加入变动该因素的轨迹。' },
    en: { what: 'Factor {factor} moves in no trajectory.', remedy: 'Add a trajectory that moves it.' },
  },
  SENSITIVITY_UNKNOWN_NODE: {
    zh: { what: '该标准中没有 {id} 这个节点。', remedy: '是否应为：{nearest}。' },
    en: { what: 'The standard has no node {id}.', remedy: 'Did you mean: {nearest}?' },
  },
  SENSITIVITY_NO_SHARE: {
    zh: { what: '{id} 没有可与之此消彼长的同级权重。', remedy: '请选加权平均分支之下、且同级中另有正权重的节点。' },
    en: {
      what: 'No sibling weight can give way to that of {id}.',
      remedy: 'Choose a node below a weighted mean that has another sibling with weight.',
    },
  },
  SENSITIVITY_CHANGE: {
    zh: { what: '{id} 变动 {change} 后权重为 {weight}，超出 0 到 1。', remedy: '请减小变动幅度。' },
    en: {
      what: 'A change of {change} brings the weight of {id} to {weight}, outside 0 to 1.',
      remedy: 'Use a smaller change.',
    },
  },
}

export const uncertaintyFaults: FaultWordings = { ...specification, ...run, ...sensitivity }
