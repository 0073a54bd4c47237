import type { FaultWordings } from './wording.ts'

/** Carrying data of an older version over to a newer one. */
export const migrationFaults: FaultWordings = {
  MIGRATION_ABSENT: {
    zh: {
      what: '没有把 {from} 版数据转入 {to} 版的迁移文件。',
      remedy: '请在新版本的 migrations 文件夹中写一个，from 的范围须包含旧版本号，to 须等于新版本号。',
    },
    en: {
      what: 'There is no migration of data of {from} to {to}.',
      remedy:
        'Write one in the folder migrations of the newer version; its range from must hold the older version, and to must be the newer one.',
    },
  },
  MIGRATION_INVALID: {
    zh: { what: '迁移文件有误（{detail}）。', remedy: '请改正该项；迁移文件由 from、to、map、ask 组成。' },
    en: { what: 'The migration has a fault ({detail}).', remedy: 'Correct it: it has from, to, map and ask.' },
  },
  MIGRATION_FROM_UNKNOWN: {
    zh: { what: '旧版本没有填报项“{name}”。', remedy: '请改为旧版本的填报项，例如：{suggestions}。' },
    en: {
      what: 'The older version has no item “{name}”.',
      remedy: 'Name one that it has, for example: {suggestions}.',
    },
  },
  MIGRATION_TO_UNKNOWN: {
    zh: { what: '新版本没有填报项“{name}”。', remedy: '请改为新版本的填报项，例如：{suggestions}。' },
    en: {
      what: 'The newer version has no item “{name}”.',
      remedy: 'Name one that it has, for example: {suggestions}.',
    },
  },
  MIGRATION_TO_TWICE: {
    zh: { what: '“{to}”有两处来源。', remedy: '请只留一处，或改为按权重合并。' },
    en: { what: '“{to}” is mapped to twice.', remedy: 'Keep one, or merge them by weights.' },
  },
  MIGRATION_WEIGHTS_COUNT: {
    zh: { what: '合并 {items} 项，却给出 {weights} 个权重。', remedy: '请给每一项一个权重。' },
    en: { what: '{items} items are merged with {weights} weights.', remedy: 'Give each item one weight.' },
  },
  MIGRATION_WEIGHTS_SUM: {
    zh: { what: '合并的权重合计 {sum}，应为 1。', remedy: '请调整权重。' },
    en: { what: 'The weights of the merger sum to {sum}, not to 1.', remedy: 'Adjust them.' },
  },
  MIGRATION_MERGES_NUMBERS: {
    zh: {
      what: '只有数值可以按权重合并，而“{from}”或其去处不全是数值。',
      remedy: '请先用 levels 逐项转换，或改为重新填报（ask）。',
    },
    en: {
      what: 'Only numbers can be merged by weights; “{from}” and where they go are not all numbers.',
      remedy: 'Map them one by one with levels, or ask afresh.',
    },
  },
  MIGRATION_LEVELS_NEEDED: {
    zh: { what: '“{from}”与“{to}”的级别或类型不同。', remedy: '请用 levels 写明每一级转成哪一级。' },
    en: {
      what: '“{from}” and “{to}” differ in levels or in type.',
      remedy: 'Say with levels which level becomes which.',
    },
  },
  MIGRATION_LEVEL_MISSING: {
    zh: { what: '旧版本的级别 {level} 没有去处。', remedy: '请在 levels 中补上。' },
    en: { what: 'Level {level} of the older version has nowhere to go.', remedy: 'Add it to levels.' },
  },
  MIGRATION_LEVEL_UNKNOWN: {
    zh: { what: '没有级别 {level}。', remedy: '请对照两个版本的级别改正 levels。' },
    en: { what: 'There is no level {level}.', remedy: 'Correct levels after the levels of both versions.' },
  },
  MIGRATION_ITEM_UNPLACED: {
    zh: { what: '旧版本的“{id}”在新版本中没有去处。', remedy: '请写明转到哪一项，或写明删去的理由（drop）。' },
    en: { what: '“{id}” of the older version has nowhere to go.', remedy: 'Map it, or drop it with a reason.' },
  },
  MIGRATION_ITEM_UNASKED: {
    zh: { what: '新版本的“{id}”没有来源。', remedy: '请写明由哪一项转来，或列入重新填报（ask）。' },
    en: {
      what: '“{id}” of the newer version comes from nowhere.',
      remedy: 'Map something to it, or list it under ask.',
    },
  },
  MIGRATION_VALUE_UNMAPPED: {
    zh: { what: '取值 {value} 不在 levels 中。', remedy: '请在 levels 中补上，或先改正数据。' },
    en: { what: 'The value {value} is not in levels.', remedy: 'Add it to levels, or correct the data first.' },
  },
  MIGRATION_GROUP_UNKNOWN: {
    zh: { what: '新版本没有分组“{group}”。', remedy: '请先改正数据中的分组。' },
    en: { what: 'The newer version has no group “{group}”.', remedy: 'Correct the group in the data first.' },
  },
  MIGRATION_SAME_VERSION: {
    zh: { what: '数据已是 {version} 版，无须迁移。', remedy: '请给出另一版本。' },
    en: { what: 'The data are of version {version} already.', remedy: 'Name another version.' },
  },
}
