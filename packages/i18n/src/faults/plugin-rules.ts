import type { FaultWordings } from './wording.ts'

/** Faults of rules that do not go with what they are of: policies, ladders, methods, comparisons. */
export const pluginRulesFaults: FaultWordings = {
  PLUGIN_MISSING_POLICY: {
    zh: {
      what: '没有规定缺失值如何处理。',
      remedy: '请写明 missing: zero（计 0 分）、exclude（不计入）或 no-result（不出结果），或使用已有规定的插件。',
    },
    en: {
      what: 'Nothing says what a missing value means.',
      remedy: 'State missing: zero, exclude or no-result, or use a plugin that does.',
    },
  },
  PLUGIN_LADDER_STEPS: {
    zh: {
      what: '阶梯 {ladder} 的级别为 {steps}，取值规则却写了 {mapped}。',
      remedy: '请让 level-map 的级别与阶梯逐级对应。',
    },
    en: {
      what: 'The ladder {ladder} has the levels {steps}, the value rule has {mapped}.',
      remedy: 'Map exactly the ladder’s levels.',
    },
  },
  PLUGIN_LADDER_FOR_TYPE: {
    zh: { what: '{type} 型指标不能用阶梯 {ladder}。', remedy: '请把 type 改为 level，或去掉 ladder。' },
    en: {
      what: 'An indicator of type {type} cannot have the ladder {ladder}.',
      remedy: 'Make its type level, or take the ladder out.',
    },
  },
  PLUGIN_METHOD_FOR_TYPE: {
    zh: { what: '{type} 型指标不能用 {method} 无量纲化。', remedy: '可用的方法：{allowed}。' },
    en: {
      what: 'An indicator of type {type} cannot be normalised by {method}.',
      remedy: 'Possible methods: {allowed}.',
    },
  },
  PLUGIN_COMPARES_BOOLEAN: {
    zh: { what: '“{name}”是是非型，不能与数值 {actual} 比较。', remedy: '请改为 true 或 false。' },
    en: {
      what: '“{name}” is a yes or no and cannot be compared with {actual}.',
      remedy: 'Compare it with true or false.',
    },
  },
  PLUGIN_COMPARES_NUMBER: {
    zh: { what: '“{name}”是数值，不能与 {actual} 比较。', remedy: '请改为数值。' },
    en: { what: '“{name}” is a number and cannot be compared with {actual}.', remedy: 'Compare it with a number.' },
  },
}
