import { pair } from '../ui/messages.ts'
import { why } from '../ui/why.ts'

/** Texts of `plumbline explain`; sentences are those of the screen. */
export const explainTexts = pair(
  {
    usage: 'plumbline explain <插件> <数据文件> <评价对象>',
    summary: '解释一个对象：分从哪里来、强项弱项、未齐数据的可能结果、到下一等级的路径',
    options: {
      period: { value: '<期>', text: '只分析这一期；不给时取最近一期' },
      'as-of': { value: '<日期>', text: '规则基准日，默认为今天' },
      baseline: {
        value: '<基准>',
        text: 'full-marks（满分，默认）、peer-median（同组中位数）、next-grade（下一等级）、previous（文件中的上一期）',
      },
      target: { value: '<等级>', text: '路径的目标等级；不给时为下一等级' },
      lock: { value: '<指标,…>', text: '不能改变的指标，以逗号分隔' },
      assume: { value: '<门槛,…>', text: '按已解除计算的门槛，以逗号分隔' },
    },
    unitUnknown: '{{period}} 期没有评价对象“{{unit}}”；是否应为：{{near}}。',
    baselineUnknown: '没有基准“{{baseline}}”，可用：{{baselines}}。',
    noPrevious: '文件中没有该对象上一期的数据。',
    why: why.zh,
  },
  {
    usage: 'plumbline explain <plugin> <data> <unit>',
    summary: 'one unit explained: where the points are, strengths, what is open, routes to the next grade',
    options: {
      period: { value: '<period>', text: 'this period only; the newest where not given' },
      'as-of': { value: '<date>', text: 'the date as of which parameters are read; today where not given' },
      baseline: {
        value: '<baseline>',
        text: 'full-marks (default), peer-median, next-grade, previous (the period before in the file)',
      },
      target: { value: '<grade>', text: 'grade that routes lead to; the next where not given' },
      lock: { value: '<indicator,…>', text: 'indicators that cannot change, parted by commas' },
      assume: { value: '<gate,…>', text: 'gates taken as cleared, parted by commas' },
    },
    unitUnknown: 'Period {{period}} has no unit “{{unit}}”; did you mean: {{near}}?',
    baselineUnknown: 'There is no baseline “{{baseline}}”; there are: {{baselines}}.',
    noPrevious: 'The file has no data of this unit for the period before.',
    why: why.en,
  },
)
