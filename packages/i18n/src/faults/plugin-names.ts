import type { FaultWordings } from './wording.ts'

/** Faults of ids within a plugin: given twice, taken, reserved, or naming nothing. */
export const pluginNamesFaults: FaultWordings = {
  PLUGIN_ID_TWICE: {
    zh: { what: '标识“{id}”重复。', remedy: '请给其中一个换标识；指标、节点和事实的标识合在一起也不能重复。' },
    en: {
      what: 'The id “{id}” is given twice.',
      remedy: 'Give one of them another id; nodes, indicators and facts together may not repeat one.',
    },
  },
  PLUGIN_ID_TAKEN: {
    zh: { what: '标识“{id}”已被所用的插件 {from} 占用。', remedy: '请换一个标识，或直接沿用那个插件的定义。' },
    en: {
      what: 'The id “{id}” is taken by the plugin {from}, which this one uses.',
      remedy: 'Choose another id, or rely on that plugin’s definition.',
    },
  },
  PLUGIN_ID_RESERVED: {
    zh: { what: '“{id}”是数据文件的固定列名，不能用作指标或事实的标识。', remedy: '请换一个标识。' },
    en: {
      what: '“{id}” is a fixed column of data files and cannot be the id of an indicator or fact.',
      remedy: 'Choose another id.',
    },
  },
  PLUGIN_SOURCE_UNKNOWN: {
    zh: { what: '没有名为“{name}”的数据来源。', remedy: '是否应为：{suggestions}？新的来源要先写进 sources。' },
    en: {
      what: 'There is no source “{name}”.',
      remedy: 'Did you mean: {suggestions}? A new source has to be listed under sources.',
    },
  },
  PLUGIN_EVIDENCE_UNKNOWN: {
    zh: { what: '没有名为“{name}”的证据类型。', remedy: '是否应为：{suggestions}？新的类型要先写进 evidenceKinds。' },
    en: {
      what: 'There is no kind of evidence “{name}”.',
      remedy: 'Did you mean: {suggestions}? A new kind has to be listed under evidenceKinds.',
    },
  },
  PLUGIN_LADDER_UNKNOWN: {
    zh: { what: '没有名为“{name}”的阶梯。', remedy: '是否应为：{suggestions}？新的阶梯要先写进 ladders。' },
    en: {
      what: 'There is no ladder “{name}”.',
      remedy: 'Did you mean: {suggestions}? A new ladder has to be listed under ladders.',
    },
  },
  PLUGIN_GROUP_UNKNOWN: {
    zh: { what: '没有名为“{name}”的分组。', remedy: '是否应为：{suggestions}？新的分组要先写进 groups。' },
    en: {
      what: 'There is no peer group “{name}”.',
      remedy: 'Did you mean: {suggestions}? A new group has to be listed under groups.',
    },
  },
}
