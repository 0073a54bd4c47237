import type { FaultWordings } from './wording.ts'

/** Faults of a lock: the version that a round is held to is absent, or is another. */
export const pluginLockFaults: FaultWordings = {
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
