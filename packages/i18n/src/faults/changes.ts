import type { FaultWordings } from './wording.ts'

/** What differs between two versions of a standard, in the standard's own words, and what each difference asks for. */
export const changesFaults: FaultWordings = {
  CHANGE_NODE_ADDED: {
    zh: { what: '新增“{zh}”，权重 {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: '“{en}” is new, with weight {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_NODE_REMOVED: {
    zh: { what: '删去“{zh}”，原权重 {from}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: '“{en}” is gone; its weight was {from}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_NODE_MOVED: {
    zh: { what: '“{zh}”由 {from} 移到 {to} 之下。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: '“{en}” moves from {from} to {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_WEIGHT: {
    zh: { what: '“{zh}”的权重：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Weight of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_SCALE: {
    zh: { what: '“{zh}”的取值规则：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Value rule of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_DIRECTION: {
    zh: { what: '“{zh}”的指标方向：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Direction of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_METHOD: {
    zh: { what: '“{zh}”的合成方法：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Aggregation of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_COVERAGE: {
    zh: { what: '“{zh}”的最低填报率：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Least coverage of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_MISSING: {
    zh: { what: '“{zh}”缺失时的处理：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'What the absence of “{en}” means: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_MISSING_DEFAULT: {
    zh: { what: '“{zh}”对缺失的一般处理：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'What absence means throughout “{en}”: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_BASIC: {
    zh: { what: '“{zh}”是否为基本项：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Whether “{en}” is basic: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_FORMULA: {
    zh: { what: '“{zh}”的计算公式变了：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'The formula of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_NOT_APPLICABLE: {
    zh: { what: '“{zh}”的不适用规则变了：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'The rule by which “{en}” may be not applicable: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_GATE: {
    zh: { what: '门槛“{zh}”的 {field}：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Gate “{en}”, {field}: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GATE_ADDED: {
    zh: { what: '新增门槛“{zh}”：{to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Gate “{en}” is new: {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GATE_REMOVED: {
    zh: { what: '删去门槛“{zh}”：{from}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Gate “{en}” is gone: {from}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GRADE_LINE: {
    zh: { what: '等级“{zh}”的分数线：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Line of grade “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GRADE_ADDED: {
    zh: { what: '新增等级“{zh}”，分数线 {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Grade “{en}” is new, from {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GRADE_REMOVED: {
    zh: { what: '删去等级“{zh}”，原分数线 {from}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Grade “{en}” is gone; its line was {from}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_BASIC_LINE: {
    zh: { what: '基本项规则，等级“{zh}”要求的分数：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'Basic rule, score asked for grade “{en}”: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_LADDER: {
    zh: { what: '“{zh}”的级数变了：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'The steps of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_FACT_REMOVED: {
    zh: { what: '不再收取“{zh}”。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: '“{en}” is no longer taken.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_GROUP_REMOVED: {
    zh: { what: '删去分组“{zh}”。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Group “{en}” is gone.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_EVIDENCE_NARROWER: {
    zh: { what: '“{zh}”可用的证明材料减少：{from} → {to}。', remedy: '原先可用的材料不再可用，属修订（MAJOR）。' },
    en: {
      what: 'Less evidence is accepted for “{en}”: {from} → {to}.',
      remedy: 'What was accepted no longer is: a major change.',
    },
  },
  CHANGE_PARAM: {
    zh: { what: '参数“{zh}”已生效的数值变了：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'Values of “{en}” that are in force: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_ROUNDING: {
    zh: { what: '“{zh}”的显示与修约：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: { what: 'Rounding of “{en}”: {from} → {to}.', remedy: 'Scores or grades may move: a major change.' },
  },
  CHANGE_SEMANTICS: {
    zh: { what: '计分语义版次：{from} → {to}。', remedy: '得分或等级可能变动，属修订（MAJOR）。' },
    en: {
      what: 'Edition of the scoring semantics: {from} → {to}.',
      remedy: 'Scores or grades may move: a major change.',
    },
  },
  CHANGE_PROGRAM: {
    zh: { what: '程序 {file} 变了。', remedy: '程序改动后算出什么无从由文字判断，属修订（MAJOR）。' },
    en: {
      what: 'The program {file} differs.',
      remedy: 'What another program computes cannot be read from its text: a major change.',
    },
  },
  CHANGE_OTHER: {
    zh: { what: '“{zh}”的 {field}：{from} → {to}。', remedy: '没有规则说明这一改动不影响结果，按修订（MAJOR）处理。' },
    en: {
      what: '“{en}”, {field}: {from} → {to}.',
      remedy: 'No rule says that this touches no result: it counts as a major change.',
    },
  },
  CHANGE_ORDER: {
    zh: { what: '“{zh}”之下的次序：{from} → {to}。', remedy: '合成方法按次序计算时属修订，否则属勘误。' },
    en: {
      what: 'Order below “{en}”: {from} → {to}.',
      remedy: 'A major change where the method counts in order, else a patch.',
    },
  },
  CHANGE_EVIDENCE_WIDER: {
    zh: { what: '“{zh}”可用的证明材料增加：{from} → {to}。', remedy: '已有结果不受影响，属增补（MINOR）。' },
    en: {
      what: 'More evidence is accepted for “{en}”: {from} → {to}.',
      remedy: 'No existing result is touched: a minor change.',
    },
  },
  CHANGE_FACT_ADDED: {
    zh: { what: '新增填报项“{zh}”，本身不计分。', remedy: '已有结果不受影响，属增补（MINOR）。' },
    en: {
      what: '“{en}” is asked for anew; by itself it does not count.',
      remedy: 'No existing result is touched: a minor change.',
    },
  },
  CHANGE_GROUP_ADDED: {
    zh: { what: '新增分组“{zh}”。', remedy: '已有结果不受影响，属增补（MINOR）。' },
    en: { what: 'Group “{en}” is new.', remedy: 'No existing result is touched: a minor change.' },
  },
  CHANGE_PARAM_FUTURE: {
    zh: { what: '参数“{zh}”尚未生效的数值：{from} → {to}。', remedy: '已有结果不受影响，属增补（MINOR）。' },
    en: {
      what: 'Values of “{en}” that are not in force yet: {from} → {to}.',
      remedy: 'No existing result is touched: a minor change.',
    },
  },
  CHANGE_VOCABULARY: {
    zh: { what: '{field} 中的“{zh}”增加或删去。', remedy: '没有指标因此改变。' },
    en: { what: '“{en}” comes or goes in {field}.', remedy: 'No indicator changes by it.' },
  },
  CHANGE_TRANSLATION: {
    zh: { what: '“{zh}”的英文（{field}）：{from} → {to}。', remedy: '不影响任何结果，属勘误（PATCH）。' },
    en: { what: 'English of “{en}” ({field}): {from} → {to}.', remedy: 'Nothing that counts is touched: a patch.' },
  },
  CHANGE_TEXT: {
    zh: { what: '“{zh}”的文字（{field}）：{from} → {to}。', remedy: '不影响任何结果，属勘误（PATCH）。' },
    en: { what: 'Wording of “{en}” ({field}): {from} → {to}.', remedy: 'Nothing that counts is touched: a patch.' },
  },
  CHANGE_DETAIL: {
    zh: { what: '“{zh}”的 {field}：{from} → {to}。', remedy: '不影响任何结果，属勘误（PATCH）。' },
    en: { what: '“{en}”, {field}: {from} → {to}.', remedy: 'Nothing that counts is touched: a patch.' },
  },
  CHANGE_WORDING_DECLARED: {
    zh: {
      what: '“{zh}”的文字（{field}），已声明含义不变：{from} → {to}。',
      remedy: '不影响任何结果，属勘误（PATCH）。',
    },
    en: {
      what: 'Wording of “{en}” ({field}), declared to mean the same: {from} → {to}.',
      remedy: 'Nothing that counts is touched: a patch.',
    },
  },
  CHANGE_WORDING: {
    zh: {
      what: '“{zh}”的文字（{field}）：{from} → {to}。',
      remedy:
        '文字可能改变含义，按修订（MAJOR）处理；含义不变的，由两人复核后在 plugin.yaml 的 changes/editorial 中声明。',
    },
    en: {
      what: 'Wording of “{en}” ({field}): {from} → {to}.',
      remedy:
        'Wording may carry meaning, so it counts as a major change; where it means the same, let two people review it and declare so under changes/editorial of plugin.yaml.',
    },
  },
  VERSION_RAISED_TOO_LITTLE: {
    zh: {
      what: '版本号由 {from} 到 {to}，升得不够：与上一版本的差异至少属 {least}。',
      remedy: '请把版本号改为 {needed} 或更高。',
    },
    en: {
      what: 'The version goes from {from} to {to}, which is too little: what differs asks for a {least} change.',
      remedy: 'Make it {needed} or higher.',
    },
  },
  VERSION_PREVIOUS_ABSENT: {
    zh: { what: '没有找到可作比较的上一版本“{against}”。', remedy: '请给出上一版本的文件夹。' },
    en: {
      what: 'There is no earlier version “{against}” to compare with.',
      remedy: 'Name the folder of the earlier version.',
    },
  },
  VERSIONS_OF_DIFFERENT_PLUGINS: {
    zh: { what: '{from} 和 {to} 不是同一个标准的两个版本。', remedy: '请给出同一插件编码的两个版本。' },
    en: {
      what: '{from} and {to} are not two versions of one standard.',
      remedy: 'Name two versions with the same plugin id.',
    },
  },
}
