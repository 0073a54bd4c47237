import type { FaultWordings } from './wording.ts'

/** Rubric mutation: what no golden case protects, and the case that would. */
export const mutantsFaults: FaultWordings = {
  MUTANT_WEIGHT: {
    zh: { what: '“{zh}”的权重由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Weight of “{en}”, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_SCALE: {
    zh: { what: '“{zh}”的 {field} 由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: '“{en}”, {field}, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_AGGREGATE: {
    zh: { what: '“{zh}”的 {field} 由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: '“{en}”, {field}, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_COVERAGE: {
    zh: { what: '“{zh}”的最低填报率由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Least coverage of “{en}”, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_MISSING: {
    zh: { what: '“{zh}”缺失时的处理由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: {
      what: 'What the absence of “{en}” means, {from} made {to}: no case notices.',
      remedy: 'Add a case that would.',
    },
  },
  MUTANT_GATE: {
    zh: { what: '门槛“{zh}”的 {field} 由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Gate “{en}”, {field}, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_GRADE: {
    zh: { what: '等级“{zh}”的分数线由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Line of grade “{en}”, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_BASIC_RULE: {
    zh: { what: '基本项规则对等级“{zh}”的要求由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Basic rule for grade “{en}”, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_PARAMETER: {
    zh: { what: '参数“{zh}”自 {field} 起的数值由 {from} 改为 {to}，没有用例察觉。', remedy: '请增加能察觉它的用例。' },
    en: { what: 'Parameter “{en}” from {field}, {from} made {to}: no case notices.', remedy: 'Add a case that would.' },
  },
  MUTANT_FORMULA: {
    zh: {
      what: '“{zh}”的公式（{field}）第 {place} 个字符处的数由 {from} 改为 {to}，没有用例察觉。',
      remedy: '请增加能察觉它的用例。',
    },
    en: {
      what: 'Formula of “{en}” ({field}), the number at character {place}, {from} made {to}: no case notices.',
      remedy: 'Add a case that would.',
    },
  },
  MUTANT_ONLY_ALERTS: {
    zh: { what: '“{zh}”的 {field} 只用于提醒，不影响得分。', remedy: '无须用例。' },
    en: { what: '“{en}”, {field}, only alerts and moves no score.', remedy: 'No case is needed.' },
  },
  MUTANT_NOTHING_BASIC: {
    zh: { what: '没有基本项，等级“{zh}”的基本项规则不起作用。', remedy: '无须用例。' },
    en: {
      what: 'There is no basic indicator, so the basic rule of grade “{en}” does nothing.',
      remedy: 'No case is needed.',
    },
  },
  MUTANT_WITHOUT_WEIGHT: {
    zh: { what: '“{zh}”不计权重，也没有门槛用到它的得分。', remedy: '无须用例。' },
    en: { what: '“{en}” has no weight, and no gate looks at its score.', remedy: 'No case is needed.' },
  },
  SUGGEST_CASE: {
    zh: {
      what: '可增加用例：在“{case}”中把 {item} 改为 {value}，得 {before} 分、等级 {gradeBefore}，改动后 {after} 分、等级 {gradeAfter}。',
      remedy: '请核实后写入 cases.yaml。',
    },
    en: {
      what: 'A case that would: “{case}” with {item} {value}; {before}, grade {gradeBefore}; after the change {after}, grade {gradeAfter}.',
      remedy: 'Work it out by hand and put it into cases.yaml.',
    },
  },
  SUGGEST_WORKED_OUT: {
    zh: {
      what: '可增加用例：在“{case}”中改动数据项，使 {item} 算得 {value}，得 {before} 分、等级 {gradeBefore}，改动后 {after} 分、等级 {gradeAfter}。',
      remedy: '请选定数据项的取值，核实后写入 cases.yaml。',
    },
    en: {
      what: 'A case that would: “{case}” with inputs that make {item} come to {value}; {before}, grade {gradeBefore}; after the change {after}, grade {gradeAfter}.',
      remedy: 'Choose such inputs, work it out by hand and put it into cases.yaml.',
    },
  },
  SUGGEST_SCORE: {
    zh: { what: '可增加用例：得分在 {low} 与 {high} 之间。', remedy: '请核实后写入 cases.yaml。' },
    en: {
      what: 'A case that would: one that scores between {low} and {high}.',
      remedy: 'Work it out by hand and put it into cases.yaml.',
    },
  },
  SUGGEST_NONE: {
    zh: { what: '现有用例只改一个取值察觉不到它。', remedy: '请检查这条规则是否还起作用。' },
    en: {
      what: 'No case notices it with a single value changed.',
      remedy: 'Check whether this rule still does anything.',
    },
  },
}
