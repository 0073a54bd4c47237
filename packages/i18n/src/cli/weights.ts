import { pair } from '../ui/messages.ts'

/** Texts of `plumbline weights`. */
export const weightsTexts = pair(
  {
    usage: 'plumbline weights <判断文件>',
    summary: '由判断或数据求权重：AHP（含一致性与修正建议）、最优最劣法、预算分配、排序、熵权、CRITIC 等',
    options: {},
    columns: { item: '项目', weight: '权重' },
    notes: {
      constant: '{{items}}：取值没有差异，权重为 0。',
      range: '最优解不唯一：{{item}} 可取 {{min}} 至 {{max}}。',
    },
    consistency: '一致性比率 CR = {{ratio}}（λmax = {{lambda}}，CI = {{index}}）：{{verdict}}',
    consistent: '小于 0.1，可以接受。',
    inconsistent: '达到或超过 0.1，判断自相矛盾，宜修正。',
    worst:
      '影响最大的一对：{{first}} 对 {{second}} 给出 {{given}}，其余判断推得 {{implied}}；改为 {{scale}} 时 CR = {{ratio}}。',
    bwm: 'ξ = {{xi}}，输入一致性 {{ratio}}',
  },
  {
    usage: 'plumbline weights <judgements>',
    summary:
      'weights from judgements or data: AHP (with consistency and repair), best-worst, budget, rank order, entropy, CRITIC',
    options: {},
    columns: { item: 'Item', weight: 'Weight' },
    notes: {
      constant: '{{items}}: no differences in the data, weight 0.',
      range: 'The optimum is not unique: {{item}} may be {{min}} to {{max}}.',
    },
    consistency: 'Consistency ratio CR = {{ratio}} (λmax = {{lambda}}, CI = {{index}}): {{verdict}}',
    consistent: 'below 0.1, acceptable.',
    inconsistent: '0.1 or more: the judgements contradict each other and should be repaired.',
    worst:
      'The pair that hurts most: {{first}} against {{second}} is given as {{given}}; the others imply {{implied}}. With {{scale}} CR = {{ratio}}.',
    bwm: 'ξ = {{xi}}, input consistency {{ratio}}',
  },
)
