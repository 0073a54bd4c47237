import type { FaultWordings } from './wording.ts'

/** Faults of the register of versions, and of rounds beside one another. */
export const versionsFaults: FaultWordings = {
  VERSION_UNKNOWN: {
    zh: { what: '{plugin} 没有可用的 {version} 版。', remedy: '请在标准页查看现有版本，或先上传这一版。' },
    en: {
      what: 'There is no version {version} of {plugin} at hand.',
      remedy: 'See the versions on the page of the standard, or upload this one first.',
    },
  },
  VERSION_WITHDRAWN: {
    zh: {
      what: '{plugin} 的 {version} 版已废止，不能用于新的评价批次。',
      remedy: '请选用其他版本。已有批次不受影响。',
    },
    en: {
      what: 'Version {version} of {plugin} was withdrawn and takes no new round.',
      remedy: 'Choose another version. Rounds that are there stay as they are.',
    },
  },
  VERSION_SAME: {
    zh: { what: '这一批次本来就按 {version} 版计分。', remedy: '请选择另一个版本。' },
    en: { what: 'The round is scored by version {version} already.', remedy: 'Choose another version.' },
  },
  VERSION_TRANSITION: {
    zh: {
      what: '{version} 版的状态不能从 {from} 变为 {to}。',
      remedy: '请按草案、征求意见、发布、停用、废止的次序变更。',
    },
    en: {
      what: 'Version {version} cannot go from {from} to {to}.',
      remedy: 'The order is draft, candidate, published, deprecated, withdrawn.',
    },
  },
  ROUND_VERSION_TAKEN: {
    zh: {
      what: '{round} 已按 {version} 版的另一份内容计分。',
      remedy: '批次锁定后不再改变。请给新内容换一个版本号。',
    },
    en: {
      what: '{round} was scored by other content of version {version}.',
      remedy: 'A round stays pinned. Give the new content another version.',
    },
  },
  ROUND_KEEPS_VERSION: {
    zh: {
      what: '{period} 批次已锁定 {version} 版，不会改用 {chosen} 版。',
      remedy: '如需按 {chosen} 版计分，请在批次页另选版本并列计分。',
    },
    en: {
      what: 'The round of {period} is pinned to version {version} and does not take {chosen}.',
      remedy: 'To score it by {chosen} too, choose that version on the page of the round.',
    },
  },
}
