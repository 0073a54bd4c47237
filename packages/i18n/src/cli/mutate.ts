import { pair } from '../ui/messages.ts'

/** Texts of `plumbline mutate`. */
export const mutateTexts = pair(
  {
    usage: 'plumbline mutate <插件或插件包>',
    summary: '逐一改动权重、取值规则、门槛、等级线、分期参数和公式中的数，找出没有用例保护的规则',
    options: {},
    none: '没有示例用例（cases.yaml），任何规则都没有保护。',
    counts: '改动 {{mutants}} 处：用例察觉 {{killed}} 处，未察觉 {{survived}} 处，不可能察觉 {{equivalent}} 处。',
    allProtected: '每一处都有用例保护。',
  },
  {
    usage: 'plumbline mutate <plugin or packed>',
    summary:
      'change every weight, value rule, gate, grade line, dated parameter and number in a formula; say which no case protects',
    options: {},
    none: 'There are no golden cases (cases.yaml): nothing is protected.',
    counts:
      '{{mutants}} changes: {{killed}} noticed by a case, {{survived}} by none, {{equivalent}} that cannot be noticed.',
    allProtected: 'Everything is protected by a case.',
  },
)
