import type { FaultWordings } from './wording.ts'

/** Faults of a manifest against its schema: keys, texts, values. */
export const pluginManifestFaults: FaultWordings = {
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
}
