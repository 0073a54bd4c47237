import type { FaultWordings } from './wording.ts'

/** Faults of the explanations: routes, waterfalls, shares, intervals, linking; and why there is no route. */
export const explainFaults: FaultWordings = {
  ROUTE_TARGET_UNKNOWN: {
    zh: { what: '等级表中没有“{id}”（现有：{grades}）。', remedy: '请从等级表中选择目标等级。' },
    en: { what: 'There is no grade “{id}” (there are: {grades}).', remedy: 'Choose one of these as the target.' },
  },
  ROUTE_INDICATOR_UNKNOWN: {
    zh: { what: '指标体系中没有末级指标“{id}”。', remedy: '锁定或设置难度时，请只选末级指标，并核对编号。' },
    en: { what: 'The tree has no indicator “{id}”.', remedy: 'Lock or cost indicators only, and check the id.' },
  },
  ROUTE_GATE_UNKNOWN: {
    zh: { what: '没有编号为“{id}”的门槛条件。', remedy: '请从该对象触发的门槛条件中选择。' },
    en: { what: 'There is no gate “{id}”.', remedy: 'Choose among the gates that act on this unit.' },
  },
  ROUTE_COST_NOT_POSITIVE: {
    zh: { what: '指标“{id}”的提升难度为 {cost}，应为正数。', remedy: '请填大于 0 的数；不能改变的指标请锁定。' },
    en: {
      what: 'The effort for indicator “{id}” is {cost}; it must be a positive number.',
      remedy: 'Use a number above 0, and lock what cannot be changed.',
    },
  },
  ROUTE_GATE_STANDS: {
    zh: {
      what: '门槛条件“{id}”仍然触发，无论得分多高都不能评定等级。',
      remedy: '请先消除该条件所针对的情形；它不能用得分抵消。',
    },
    en: {
      what: 'Gate “{id}” still acts: no number of points gives a grade.',
      remedy: 'Clear what the gate is about first; points cannot buy it.',
    },
  },
  ROUTE_CAP_STANDS: {
    zh: {
      what: '封顶条件“{id}”仍然触发，等级最高为 {most}，达不到 {grade}。',
      remedy: '请先消除封顶条件所针对的情形。',
    },
    en: {
      what: 'Cap “{id}” still acts: the grade is {most} at most, below {grade}.',
      remedy: 'Clear what the cap is about first.',
    },
  },
  ROUTE_BASIC_STANDS: {
    zh: {
      what: '基本指标“{id}”最高只能达到 {attainable} 分，目标等级要求 {required} 分。',
      remedy: '如该指标已锁定，请解除锁定；否则请选择较低的目标等级。',
    },
    en: {
      what: 'Basic indicator “{id}” can reach {attainable} at most; the grade asks for {required}.',
      remedy: 'Unlock it if it is locked; else choose a lower grade.',
    },
  },
  ROUTE_POINTS_SHORT: {
    zh: {
      what: '可变动的指标全部提到最高，总分也只有 {attainable} 分，{grade} 需要 {required} 分。',
      remedy: '请解除部分锁定，或选择较低的目标等级。',
    },
    en: {
      what: 'With everything that may change at its best the score is {attainable}; {grade} takes {required}.',
      remedy: 'Unlock some indicators, or choose a lower grade.',
    },
  },
  ROUTE_NO_SCORE: {
    zh: {
      what: '可变动的指标全部填报后仍得不出总分。',
      remedy: '请检查哪些指标缺失且被锁定，或全部填成了不适用。',
    },
    en: {
      what: 'Even with every indicator that may change filled in there is no score.',
      remedy: 'Look for indicators that are missing and locked, or all declared not applicable.',
    },
  },
  ROUTE_LOCKED_NEEDED: {
    zh: {
      what: '没有路径的原因在于锁定：不锁定 {indicators} 时可以达到目标等级。',
      remedy: '请解除其中一部分锁定后重试。',
    },
    en: {
      what: 'The locks are what prevents it: without {indicators} locked the grade can be reached.',
      remedy: 'Unlock some of them and try again.',
    },
  },
}
