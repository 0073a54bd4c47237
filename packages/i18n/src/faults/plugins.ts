import type { FaultWordings } from './wording.ts'

/** Faults of plugins: the folder, the YAML, the manifest's schema, what crosses from one place to another, the lock. */
export const pluginsFaults: FaultWordings = {
  PLUGIN_FOLDER: {
    zh: { what: '插件文件夹不存在或无法读取。', remedy: '请检查路径和读取权限。' },
    en: {
      what: 'The plugin folder does not exist or cannot be read.',
      remedy: 'Check the path and the permission to read it.',
    },
  },
  PLUGIN_NO_MANIFEST: {
    zh: { what: '文件夹中没有 plugin.yaml。', remedy: '请指向含有 plugin.yaml 的插件文件夹。' },
    en: { what: 'The folder has no plugin.yaml.', remedy: 'Point to a plugin folder, which has one.' },
  },
  PLUGIN_TOO_MANY_FILES: {
    zh: { what: '插件文件夹有 {actual} 个文件，超过上限 {most} 个。', remedy: '请移走不属于标准内容的文件。' },
    en: {
      what: 'The plugin folder has {actual} files; at most {most} are read.',
      remedy: 'Move files that are not part of the standard elsewhere.',
    },
  },
  PLUGIN_FILE_TOO_LARGE: {
    zh: {
      what: '文件有 {actual} 字节，超过上限 {most} 字节。',
      remedy: '请删去不属于标准内容的部分，或把文件移出插件文件夹。',
    },
    en: {
      what: 'The file has {actual} bytes; at most {most} are read.',
      remedy: 'Remove what is not part of the standard, or move the file out of the plugin folder.',
    },
  },
  PLUGIN_FILE_LINK: {
    zh: { what: '这是一个符号链接，插件内容不能经链接取自别处。', remedy: '请换成文件本身。' },
    en: {
      what: 'This is a symbolic link; a plugin’s content may not come from elsewhere.',
      remedy: 'Put the file itself here.',
    },
  },
  PLUGIN_FILE_NOT_TEXT: {
    zh: { what: '文件不是 UTF-8 文本。', remedy: '请以 UTF-8 编码另存；图片等二进制文件请移出插件文件夹。' },
    en: {
      what: 'The file is not UTF-8 text.',
      remedy: 'Save it as UTF-8; move pictures and other binary files out of the plugin folder.',
    },
  },
  PLUGIN_BROKEN: {
    zh: {
      what: '读取插件时出现意外错误：{detail}',
      remedy: '其他插件不受影响。请把这条信息连同插件一并反馈给维护人员。',
    },
    en: {
      what: 'Reading the plugin failed unexpectedly: {detail}',
      remedy: 'Other plugins are not affected. Report this message together with the plugin.',
    },
  },
  PLUGIN_VERSION_TWICE: {
    zh: { what: '这一插件的 {version} 版已从另一个文件夹载入。', remedy: '请删去其中一个，或给这一份换一个版本号。' },
    en: {
      what: 'Version {version} of this plugin has already been loaded from another folder.',
      remedy: 'Remove one of the two, or give this one another version.',
    },
  },
  PLUGIN_VERSION_PUBLISHED: {
    zh: {
      what: '这一插件的 {version} 版已发布，内容与这一份不同。',
      remedy: '已发布的版本不再改变。请给这一份换一个版本号。',
    },
    en: {
      what: 'Version {version} of this plugin was published with other content.',
      remedy: 'A published version does not change. Give this one another version.',
    },
  },

  YAML_SYNTAX: {
    zh: { what: 'YAML 语法有误：{detail}', remedy: '请检查这一行及其上一行的缩进、冒号和引号。' },
    en: {
      what: 'This is not valid YAML: {detail}',
      remedy: 'Check indentation, colons and quotes on this line and the one above.',
    },
  },
  YAML_BAD_INDENT: {
    zh: { what: '缩进有误，或括号没有闭合。', remedy: '同一级的条目要对齐，每个 [ 和 { 都要有对应的 ] 和 }。' },
    en: {
      what: 'The indentation is wrong, or a bracket is not closed.',
      remedy: 'Align entries of one level and close every [ and { with ] and }.',
    },
  },
  YAML_TAB_AS_INDENT: {
    zh: { what: '缩进用了制表符。', remedy: '请改用空格。' },
    en: { what: 'The indentation uses a tab.', remedy: 'Use spaces.' },
  },
  YAML_MISSING_CHAR: {
    zh: { what: '这里缺少一个符号（冒号、逗号、引号或括号）。', remedy: '请补上；含有冒号或逗号的文字要加引号。' },
    en: {
      what: 'A character is missing here (a colon, comma, quote or bracket).',
      remedy: 'Add it; put text that contains a colon or comma in quotes.',
    },
  },
  YAML_DUPLICATE_KEY: {
    zh: { what: '同一个键在这里出现了两次。', remedy: '请只保留一个，否则不知道以哪个为准。' },
    en: {
      what: 'The same key stands here twice.',
      remedy: 'Keep one of them; which one should count cannot be known.',
    },
  },
  YAML_MULTIPLE_DOCS: {
    zh: { what: '文件中有不止一个 YAML 文档（以 --- 分隔）。', remedy: '请只保留一个。' },
    en: { what: 'The file has more than one YAML document (separated by ---).', remedy: 'Keep only one.' },
  },
  YAML_NON_STRING_KEY: {
    zh: { what: '键必须是文字。', remedy: '请给这个键加上引号，或改成键名。' },
    en: { what: 'A key has to be text.', remedy: 'Put this key in quotes or use a key’s name.' },
  },
  YAML_TOO_DEEP: {
    zh: { what: '文件的嵌套层数过深，无法读取。', remedy: '请减少嵌套；正常的标准不会超过几十层。' },
    en: {
      what: 'The file is nested too deeply to be read.',
      remedy: 'Nest less; no usual standard goes beyond a few dozen levels.',
    },
  },
  YAML_ALIASES: {
    zh: { what: '锚点引用（*）展开后超过 {most} 处，已停止读取。', remedy: '请把内容直接写出来，不要层层引用。' },
    en: {
      what: 'Aliases (*) expand to more than {most} places; reading was stopped.',
      remedy: 'Write the content out instead of nesting aliases.',
    },
  },
  YAML_ALIAS_UNKNOWN: {
    zh: { what: '有一处引用（*）找不到对应的锚点（&）。', remedy: '请先定义锚点，或把内容直接写出来。' },
    en: {
      what: 'An alias (*) has no anchor (&) above it.',
      remedy: 'Define the anchor first, or write the content out.',
    },
  },

  MANIFEST_KEY_MISSPELT: {
    zh: { what: '没有“{key}”这个键。', remedy: '是否应为“{nearest}”？' },
    en: { what: 'There is no key “{key}”.', remedy: 'Did you mean “{nearest}”?' },
  },
  MANIFEST_KEY_UNKNOWN: {
    zh: { what: '这里没有“{key}”这个键。', remedy: '可用的键有：{known}。' },
    en: { what: 'There is no key “{key}” here.', remedy: 'Known keys: {known}.' },
  },
  MANIFEST_KEY_MISSING: {
    zh: { what: '缺少“{key}”。', remedy: '请补上这个键。' },
    en: { what: '“{key}” is missing.', remedy: 'Add the key.' },
  },
  MANIFEST_CHINESE_MISSING: {
    zh: { what: '{path} 缺少中文。', remedy: '请补上；中文和英文都要齐全。' },
    en: { what: '{path} has no Chinese text.', remedy: 'Add it; both languages must be complete.' },
  },
  MANIFEST_ENGLISH_MISSING: {
    zh: { what: '{path} 缺少英文。', remedy: '请补上；中文和英文都要齐全。' },
    en: { what: '{path} has no English text.', remedy: 'Add it; both languages must be complete.' },
  },
  MANIFEST_TEXT_EMPTY: {
    zh: { what: '文字不能为空，首尾也不能是空格。', remedy: '请填写。' },
    en: { what: 'The text may not be empty, nor begin or end with a space.', remedy: 'Write something here.' },
  },
  MANIFEST_NOT_TEXT: {
    zh: { what: '这里应为文字，实为 {actual}。', remedy: '请改为文字；像数字或日期的文字要加引号。' },
    en: {
      what: 'Text is expected here, not {actual}.',
      remedy: 'Write text; put text that looks like a number or a date in quotes.',
    },
  },
  MANIFEST_NOT_A_NUMBER: {
    zh: { what: '这里应为数值，实为 {actual}。', remedy: '请写成不带引号和计量单位的数值。' },
    en: {
      what: 'A number is expected here, not {actual}.',
      remedy: 'Write a number without quotes or a unit of measure.',
    },
  },
  MANIFEST_NOT_WHOLE: {
    zh: { what: '这里应为整数，实为 {actual}。', remedy: '请改为整数。' },
    en: { what: 'A whole number is expected here, not {actual}.', remedy: 'Write a whole number.' },
  },
  MANIFEST_NOT_YES_OR_NO: {
    zh: { what: '这里应为 true 或 false，实为 {actual}。', remedy: '请写 true 或 false，不加引号。' },
    en: { what: 'true or false is expected here, not {actual}.', remedy: 'Write true or false, without quotes.' },
  },
  MANIFEST_NOT_A_LIST: {
    zh: { what: '这里应为列表，实为 {actual}。', remedy: '请写成 [甲, 乙]，或每行一项并以“- ”开头。' },
    en: {
      what: 'A list is expected here, not {actual}.',
      remedy: 'Write [a, b], or one item a line beginning with “- ”.',
    },
  },
  MANIFEST_NOT_A_MAP: {
    zh: { what: '这里应为“键: 值”的形式，实为 {actual}。', remedy: '请按“键: 值”逐行书写。' },
    en: { what: 'Keys with values are expected here, not {actual}.', remedy: 'Write “key: value”, one a line.' },
  },
  MANIFEST_VALUE: {
    zh: { what: '不能取“{actual}”。', remedy: '应为以下之一：{allowed}。' },
    en: { what: '“{actual}” is not possible here.', remedy: 'Use one of: {allowed}.' },
  },
  MANIFEST_TOO_SMALL: {
    zh: { what: '{actual} 太小。', remedy: '不得小于 {limit}。' },
    en: { what: '{actual} is too small.', remedy: 'It may not be below {limit}.' },
  },
  MANIFEST_TOO_BIG: {
    zh: { what: '{actual} 太大。', remedy: '不得大于 {limit}。' },
    en: { what: '{actual} is too large.', remedy: 'It may not be above {limit}.' },
  },
  MANIFEST_TOO_FEW: {
    zh: { what: '列表只有 {actual} 项，至少要 {limit} 项。', remedy: '请补足。' },
    en: { what: 'The list has {actual} items; at least {limit} are needed.', remedy: 'Add what is missing.' },
  },
  MANIFEST_TOO_MANY: {
    zh: { what: '列表有 {actual} 项，最多 {limit} 项。', remedy: '请删去多余的。' },
    en: { what: 'The list has {actual} items; at most {limit} are possible.', remedy: 'Remove what is too many.' },
  },
  MANIFEST_ID: {
    zh: {
      what: '“{actual}”不能用作标识。',
      remedy: '标识由小写字母开头，只含小写字母、数字和连字符，例如 data-readiness。',
    },
    en: {
      what: '“{actual}” cannot be an id.',
      remedy:
        'An id begins with a small letter and has only small letters, digits and hyphens, for example data-readiness.',
    },
  },
  MANIFEST_VERSION: {
    zh: { what: '“{actual}”不是版本号。', remedy: '请写成三段数字，例如 1.2.0；需要时加引号。' },
    en: { what: '“{actual}” is not a version.', remedy: 'Write three numbers, for example 1.2.0.' },
  },

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

  LOCK_PLUGIN_ABSENT: {
    zh: {
      what: '评价批次锁定的 {plugin} {version} 版不在这里。',
      remedy: '请恢复该版本的文件；锁定的批次不会改用其他版本。',
    },
    en: {
      what: 'Version {version} of {plugin}, to which the round is locked, is not here.',
      remedy: 'Bring its files back; a locked round never takes another version.',
    },
  },
  LOCK_DIGEST: {
    zh: {
      what: '{plugin} {version} 版的内容与锁定时不同（锁定 {locked}，现为 {present}）。',
      remedy: '已发布的版本不能改动：请恢复原文件，改动以新版本发布。',
    },
    en: {
      what: 'The content of {plugin} {version} differs from what was locked (locked {locked}, present {present}).',
      remedy: 'A released version may not change: restore the files and release the change as a new version.',
    },
  },
  LOCK_SEMANTICS: {
    zh: {
      what: '批次按计分语义第 {locked} 版锁定，现有内核为第 {present} 版。',
      remedy: '请用当时的产品版本计算这一批次。',
    },
    en: {
      what: 'The round is locked to edition {locked} of the scoring semantics; this kernel has edition {present}.',
      remedy: 'Compute the round with the product version of its time.',
    },
  },
}
