import { pair } from '../ui/messages.ts'

/** Texts of `plumbline sensitivity`. */
export const sensitivityTexts = pair(
  {
    usage: 'plumbline sensitivity <插件> <数据文件>',
    summary: '敏感性：哪些权重与指标左右排名（索博尔指数、去掉指标、换位的权重）',
    options: {
      spec: { value: '<文件>', text: '不确定性设定，同 uncertainty' },
      base: { value: '<规模>', text: '索博尔抽样规模，默认 256' },
      seed: { value: '<整数>', text: '随机种子，默认 1' },
      period: { value: '<期>', text: '只分析这一期；不给时取最近一期' },
      top: { value: '<k>', text: '看前 k 名中相邻两家何时换位，默认 10' },
      workers: { value: '<个数>', text: '线程数，不影响结果' },
    },
    ran: '抽样规模 {{base}}，种子 {{seed}}',
    factors: '因素（索博尔指数，± 为 95% 置信区间）',
    factorColumns: { factor: '因素', nodes: '涉及', first: '一阶', total: '总效应' },
    factorsNone: '在所设的变动下排名一步未动。',
    removals: '去掉一个指标',
    removalColumns: { indicator: '指标', mean: '平均移动', largest: '最多移动' },
    weights: '权重（减、增 20% 的平均移动；最近的换位）',
    weightColumns: { node: '项目', weight: '权重', less: '−20%', more: '+20%', critical: '换位权重', pair: '换位的两家' },
  },
  {
    usage: 'plumbline sensitivity <plugin> <data>',
    summary: 'which weights and indicators move the ranks (Sobol, indicators left out, weights that swap two units)',
    options: {
      spec: { value: '<file>', text: 'what is uncertain, as for uncertainty' },
      base: { value: '<n>', text: 'size of the Sobol design, 256 by default' },
      seed: { value: '<n>', text: 'seed, 1 by default' },
      period: { value: '<period>', text: 'this period only; the newest where not given' },
      top: { value: '<k>', text: 'when do neighbours among the first k swap, 10 by default' },
      workers: { value: '<n>', text: 'threads; figures do not depend on it' },
    },
    ran: 'design of {{base}}, seed {{seed}}',
    factors: 'Factors (Sobol indices, ± the 95 % interval)',
    factorColumns: { factor: 'Factor', nodes: 'Of', first: 'First', total: 'Total' },
    factorsNone: 'Nothing that was varied moved the ranking.',
    removals: 'One indicator left out',
    removalColumns: { indicator: 'Indicator', mean: 'Mean move', largest: 'Largest' },
    weights: 'Weights (mean move at −20 % and +20 %; nearest swap)',
    weightColumns: { node: 'Item', weight: 'Weight', less: '−20%', more: '+20%', critical: 'Swap at', pair: 'Who swaps' },
  },
)
