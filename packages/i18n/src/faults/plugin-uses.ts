import type { FaultWordings } from './wording.ts'

/** Faults of what a plugin uses: the kernel, other plugins, the core that it mounts, results that it derives from. */
export const pluginUsesFaults: FaultWordings = {
  PLUGIN_RANGE: {
    zh: { what: '“{range}”不是能读懂的版本范围。', remedy: '请写成 ^0.1.0 或 ">=0.1 <1" 这样的形式。' },
    en: { what: '“{range}” is not a version range.', remedy: 'Write it like ^0.1.0 or ">=0.1 <1".' },
  },
  PLUGIN_KERNEL: {
    zh: {
      what: '插件要求内核版本 {range}，现有内核为 {kernel}。',
      remedy: '请安装匹配的产品版本，或在核对规则后调整 kernel 的范围。',
    },
    en: {
      what: 'The plugin asks for kernel {range}; this is kernel {kernel}.',
      remedy: 'Install a product version that fits, or widen the range after checking the rules.',
    },
  },
  PLUGIN_USED_ABSENT: {
    zh: { what: '所用的插件 {plugin} 不存在。', remedy: '请把它放进插件文件夹，或从 uses 中删去。' },
    en: {
      what: 'The plugin {plugin}, which this one uses, is not here.',
      remedy: 'Put it into the plugins folder, or take it out of uses.',
    },
  },
  PLUGIN_USED_FAILED: {
    zh: { what: '所用的插件 {plugin} 未能载入。', remedy: '请先处理那个插件自身的错误。' },
    en: {
      what: 'The plugin {plugin}, which this one uses, could not be loaded.',
      remedy: 'First put right what is wrong with that plugin.',
    },
  },
  PLUGIN_USED_VERSION: {
    zh: {
      what: '插件 {plugin} 要求 {range}，现有版本为 {versions}。',
      remedy: '请安装范围内的版本，或在核对差异后调整范围。',
    },
    en: {
      what: 'Plugin {plugin} is wanted at {range}; present: {versions}.',
      remedy: 'Install a version in the range, or change the range after checking the differences.',
    },
  },
  PLUGIN_USES_CYCLE: {
    zh: { what: '插件互相引用，成了环：{cycle}。', remedy: '请去掉其中一处引用；一个标准不能建立在自己之上。' },
    en: {
      what: 'The plugins use each other in a circle: {cycle}.',
      remedy: 'Remove one of the uses; a standard cannot rest on itself.',
    },
  },
  PLUGIN_MOUNT_NOT_USED: {
    zh: { what: 'ref 指向 {ref}，但 uses 中没有它。', remedy: '请在 uses 中写明该插件及其版本范围。' },
    en: { what: 'ref names {ref}, which is not among uses.', remedy: 'Add the plugin and its version range to uses.' },
  },
  PLUGIN_MOUNT_ID: {
    zh: {
      what: '挂接 {ref} 的节点标识为“{actual}”，应为“{expected}”。',
      remedy: '请使用被挂接指标树根节点的标识，否则各行业无法按它比较。',
    },
    en: {
      what: 'The node that mounts {ref} has the id “{actual}”; it has to be “{expected}”.',
      remedy: 'Use the id of the mounted tree’s root, or sectors could not be compared on it.',
    },
  },
  PLUGIN_TWO_CORES: {
    zh: { what: '已挂接共性指标 {first}，不能再挂接 {ref}。', remedy: '一个标准只能有一套共性指标，请保留其一。' },
    en: {
      what: '{first} is already mounted as the core; {ref} cannot be another.',
      remedy: 'A standard has one core; keep one of the two.',
    },
  },
  PLUGIN_DERIVE_TYPE: {
    zh: { what: '推算得出的指标只能是 number 或 ratio，这里是 {type}。', remedy: '请改类型，或去掉 derive。' },
    en: {
      what: 'A derived indicator is a number or a ratio; this one is {type}.',
      remedy: 'Change the type, or leave derive out.',
    },
  },
  PLUGIN_DERIVE_FORMULA: {
    zh: { what: '取值不能既由公式算出又由其他结果推算。', remedy: '请保留 value 或 derive 之一。' },
    en: {
      what: 'A value cannot come from a formula and from other results at once.',
      remedy: 'Keep value or derive.',
    },
  },
  PLUGIN_DERIVE_CYCLE: {
    zh: {
      what: '标准之间互相取用结果，无法排出计算次序：{cycle}。',
      remedy: '请在其中一个标准的 derive 中去掉下一个标准。',
    },
    en: {
      what: 'Standards take results from each other in a circle, so none can be computed first: {cycle}.',
      remedy: 'Take the next standard out of derive in one of them.',
    },
  },
  PLUGIN_CORE_MOUNTS_CORE: {
    zh: {
      what: '共性指标（role: core）不能再挂接另一套共性指标 {ref}。',
      remedy: '请改为 role: standard，或去掉这处挂接。',
    },
    en: {
      what: 'A core (role: core) cannot mount another core, {ref}.',
      remedy: 'Make it role: standard, or take the mount out.',
    },
  },
  PLUGIN_USES_CLASH: {
    zh: {
      what: '所用的插件 {first} 和 {second} 对“{name}”的规定不同，或同一指标树被挂接了两次。',
      remedy: '请去掉其中一个，或使用两者一致的版本。',
    },
    en: {
      what: 'The plugins {first} and {second}, which this one uses, define “{name}” differently, or one tree is mounted twice.',
      remedy: 'Take one of them out, or use versions that agree.',
    },
  },
}
