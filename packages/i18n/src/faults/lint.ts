import type { FaultWordings } from './wording.ts'

/** Warnings of the linter: allowed, and most likely not meant. The id of a rule is its code in lower case, without LINT_. */
export const lintFaults: FaultWordings = {
  LINT_TRANSLATION_SAME: {
    zh: { what: '中英文相同：“{text}”。', remedy: '请补上译文。' },
    en: { what: 'Both languages say the same: “{text}”.', remedy: 'Translate it.' },
  },
  LINT_TRANSLATION_CHINESE_LEFT: {
    zh: { what: '英文中留有中文：“{text}”。', remedy: '请译成英文。' },
    en: { what: 'Chinese is left in the English: “{text}”.', remedy: 'Translate it.' },
  },
  LINT_TRANSLATION_NO_CHINESE: {
    zh: { what: '中文一栏没有中文：“{text}”。', remedy: '请用中文书写，中文是原文。' },
    en: { what: 'The Chinese has no Chinese: “{text}”.', remedy: 'Write it in Chinese, which is the source.' },
  },
  LINT_NO_SOURCE: {
    zh: { what: '“{zh}”没有写明数据来源。', remedy: '请在 sources 中写明从何处取得。' },
    en: { what: '“{en}” does not say where its data come from.', remedy: 'Name the source under sources.' },
  },
  LINT_NO_EVIDENCE: {
    zh: { what: '“{zh}”没有可用的证明材料。', remedy: '请写明凭什么材料核验。' },
    en: { what: '“{en}” has no evidence that could be checked.', remedy: 'Say which evidence it is checked by.' },
  },
  LINT_WEIGHT_SILENT: {
    zh: {
      what: '“{zh}”权重 {nominal}，对结果差异的实际影响只有 {effective}。',
      remedy: '请检查取值规则是否使各对象得分过于接近，或调整权重。',
    },
    en: {
      what: '“{en}” has weight {nominal} and decides only {effective} of the differences.',
      remedy: 'Check whether its value rule makes units score alike, or adjust the weight.',
    },
  },
  LINT_WEIGHT_DOMINANT: {
    zh: {
      what: '“{zh}”权重 {nominal}，对结果差异的实际影响达 {effective}。',
      remedy: '请检查取值规则是否使得分过于悬殊，或调整权重。',
    },
    en: {
      what: '“{en}” has weight {nominal} and decides {effective} of the differences.',
      remedy: 'Check whether its value rule drives scores apart, or adjust the weight.',
    },
  },
  LINT_WEIGHT_REVERSED: {
    zh: { what: '“{zh}”权重 {nominal}，却与总体方向相反（{effective}）。', remedy: '请检查指标方向和取值规则。' },
    en: {
      what: '“{en}” has weight {nominal} and works against the whole ({effective}).',
      remedy: 'Check its direction and its value rule.',
    },
  },
  LINT_WEIGHT_ZERO: {
    zh: { what: '“{zh}”权重为 0，填报而不计分。', remedy: '请给出权重，或改为事实项。' },
    en: {
      what: '“{en}” has weight 0: it is reported and never counts.',
      remedy: 'Give it a weight, or make it a fact.',
    },
  },
  LINT_CORRELATED: {
    zh: {
      what: '“{first}”与“{second}”的得分高度相关（r = {r}），等于重复计分。',
      remedy: '请考虑合并，或说明为何分开。',
    },
    en: {
      what: '“{first}” and “{second}” say the same (r = {r}), which counts it twice.',
      remedy: 'Consider merging them, or say why they stand apart.',
    },
  },
  LINT_HELD_MANY: {
    zh: { what: '“{zh}”有 {share} 的对象停在标杆值一端。', remedy: '请放宽该端的标杆值，否则区分不出高低。' },
    en: {
      what: '{share} of the units are held at one end of “{en}”.',
      remedy: 'Widen the goalpost at that end: it tells them apart no more.',
    },
  },
  LINT_CAP_HITS_MANY: {
    zh: { what: '门槛“{zh}”对 {share} 的对象封顶。', remedy: '请检查门槛值是否过严。' },
    en: { what: 'Gate “{en}” caps {share} of the units.', remedy: 'Check whether its threshold is too strict.' },
  },
  LINT_RULE_FLAT: {
    zh: { what: '“{zh}”无论取何值，得分都一样。', remedy: '请检查取值规则。' },
    en: { what: '“{en}” scores the same whatever its value.', remedy: 'Check its value rule.' },
  },
  LINT_CONSTANT: {
    zh: { what: '数据中“{zh}”的得分全部相同。', remedy: '请检查数据，或考虑这一指标是否还有用。' },
    en: {
      what: '“{en}” scores the same for every unit of the data.',
      remedy: 'Check the data, or whether the indicator is still of use.',
    },
  },
  LINT_CLIFF: {
    zh: {
      what: '“{zh}”由 {from} 到 {to}，总得分由 {before} 跳到 {after}。',
      remedy: '请改为分段线性等平缓的规则，或说明为何以此为界。',
    },
    en: {
      what: 'From {from} to {to} of “{en}” the score leaps from {before} to {after}.',
      remedy: 'Use a smoother rule, such as straight lines between points, or say why the line is there.',
    },
  },
  LINT_NOT_APPLICABLE_PAYS: {
    zh: {
      what: '“{zh}”没有写明何种情形不适用，而申报不适用最多可提高 {most} 分。',
      remedy: '请写明不适用的情形（notApplicable 或 notApplicableWhen）。',
    },
    en: {
      what: 'Nothing says when “{en}” is not applicable, and declaring it so can be worth {most} points.',
      remedy: 'Say when it is (notApplicable or notApplicableWhen).',
    },
  },
  LINT_GATE_POLARITY: {
    zh: { what: '门槛“{zh}”在“{name}”{op} {value} 时触发，即取值越好越触发。', remedy: '请检查比较的方向。' },
    en: {
      what: 'Gate “{en}” fires where “{name}” {op} {value}: the better the value, the sooner.',
      remedy: 'Check which way the comparison points.',
    },
  },
  LINT_NO_CASES: {
    zh: { what: '没有示例用例（cases.yaml）。', remedy: '请写几个手工算过的用例：规则改错时才会有人察觉。' },
    en: {
      what: 'There are no golden cases (cases.yaml).',
      remedy: 'Write a few that were worked out by hand: only they notice a rule that goes wrong.',
    },
  },
  LINT_GRADE_UNPROTECTED: {
    zh: { what: '没有用例评为“{zh}”（{grade}）。', remedy: '请增加一个评为该等级的用例。' },
    en: { what: 'No case reaches “{en}” ({grade}).', remedy: 'Add a case of that grade.' },
  },
  LINT_GATE_NEVER_FIRED: {
    zh: { what: '没有用例触发门槛“{zh}”。', remedy: '请增加一个触发它的用例。' },
    en: { what: 'No case fires the gate “{en}”.', remedy: 'Add a case that does.' },
  },
  LINT_WAIVER_UNUSED: {
    zh: { what: '豁免“{rule}”没有对应的提示。', remedy: '请删去这条豁免，或检查规则编码。' },
    en: { what: 'The waiver of “{rule}” waives nothing.', remedy: 'Remove it, or check the id of the rule.' },
  },
}
