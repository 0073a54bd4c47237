import type { FaultWordings } from './wording.ts'

/** Faults of receipts: what in them does not fit together. */
export const receiptsFaults: FaultWordings = {
  RECEIPT_FILE: {
    zh: { what: '凭证文件不存在、无法读取或过大。', remedy: '请检查路径，或重新下载凭证。' },
    en: {
      what: 'The receipt does not exist, cannot be read, or is too large.',
      remedy: 'Check the path, or download the receipt again.',
    },
  },
  RECEIPT_UNREADABLE: {
    zh: { what: '凭证此处不可读：{detail}', remedy: '请重新下载凭证；较新格式的凭证请用较新的程序核验。' },
    en: {
      what: 'The receipt cannot be read here: {detail}',
      remedy: 'Download it again; a receipt of a newer format needs a newer program.',
    },
  },
  RECEIPT_BUNDLE: {
    zh: {
      what: '凭证所附 {version} 版插件的内容摘要不符：应为 {declared}，实为 {actual}。',
      remedy: '凭证被改动或不完整，不予重算。请重新下载。',
    },
    en: {
      what: 'The files of version {version} in the receipt are not those it names: {declared} expected, {actual} found.',
      remedy: 'The receipt was changed or is incomplete, and nothing is computed. Download it again.',
    },
  },
  RECEIPT_INPUT: {
    zh: {
      what: '凭证中的填报数据与所记摘要不符：应为 {declared}，实为 {actual}。',
      remedy: '数据被改动。请与发布方的凭证核对。',
    },
    en: {
      what: 'The data in the receipt are not those of its digest: {declared} expected, {actual} found.',
      remedy: 'They were changed. Compare with the receipt of whoever published it.',
    },
  },
  RECEIPT_RESULT: {
    zh: {
      what: '凭证中的结果与所记摘要不符：应为 {declared}，实为 {actual}。',
      remedy: '结果被改动。请与发布方的凭证核对。',
    },
    en: {
      what: 'The results in the receipt are not those of its digest: {declared} expected, {actual} found.',
      remedy: 'They were changed. Compare with the receipt of whoever published it.',
    },
  },
  RECEIPT_EVENT: {
    zh: {
      what: '凭证中的第 {seq} 条日志与其散列或与本凭证不符。',
      remedy: '日志记录被改动。请与发布方公布的日志链末端核对。',
    },
    en: {
      what: 'Event {seq} in the receipt does not fit its hash, or this receipt.',
      remedy: 'The record was changed. Compare with the head of the event chain that was made public.',
    },
  },
}
