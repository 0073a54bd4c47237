import type { FaultWordings } from './wording.ts'

/** Faults of analyses as jobs: of the threads that do them, and of the list of jobs. */
export const analysesFaults: FaultWordings = {
  ANALYSIS_BUSY: {
    zh: { what: '已有 {waiting} 项分析在排队，暂不接受新的分析。', remedy: '请等其中一项完成，或取消不再需要的分析。' },
    en: {
      what: '{waiting} analyses are waiting already; no more are taken in.',
      remedy: 'Wait until one is done, or cancel one that is not needed.',
    },
  },
  ANALYSIS_UNKNOWN: {
    zh: {
      what: '没有编号为“{id}”的分析：服务可能已重新启动，或该批次已有新的计算结果。',
      remedy: '请重新开始；同样的设定与种子会得到同样的结果。',
    },
    en: {
      what: 'There is no analysis “{id}”: the server may have been restarted, or the round has been computed anew.',
      remedy: 'Start it again; the same settings and seed give the same figures.',
    },
  },
  NO_EARLIER_ROUND: {
    zh: { what: '评价对象“{unit}”没有上一期的结果。', remedy: '请改用其他基准，例如满分或同组中位数。' },
    en: {
      what: 'Unit “{unit}” has no result in the period before.',
      remedy: 'Choose another baseline, such as full marks or the median of its peers.',
    },
  },
  ANALYSIS_STOPPED: {
    zh: { what: '分析线程意外终止（{reason}），本次分析没有完成。', remedy: '请重试；数据与已有结果不受影响。' },
    en: {
      what: 'The analysis thread ended unexpectedly ({reason}); this analysis did not finish.',
      remedy: 'Try again; data and earlier results are not affected.',
    },
  },
}
