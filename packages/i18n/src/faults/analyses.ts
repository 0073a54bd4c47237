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
      what: '没有编号为“{id}”的分析：结束较久的分析不再列出，该批次也可能已有新的计算结果。',
      remedy: '请重新开始；同样的设定与种子会得到同样的结果。',
    },
    en: {
      what: 'There is no analysis “{id}”: those that ended long ago are not listed any more, and the round may have been computed anew.',
      remedy: 'Start it again; the same settings and seed give the same figures.',
    },
  },
  ANALYSIS_INTERRUPTED: {
    zh: {
      what: '这项分析进行时，服务已意外停止 {times} 次，因此不再自动重新计算。',
      remedy: '可再次运行，同样的设定与种子会得到同样的结果；若再次中断，请减少抽样次数，并请维护人员检查服务器内存。',
    },
    en: {
      what: 'The server ended {times} times while it was at this analysis, so it is not begun again by itself.',
      remedy:
        'Run it again: the same settings and seed give the same figures. Should it be interrupted once more, ask for fewer draws and have the server’s memory looked at.',
    },
  },
  ANALYSIS_OVERTAKEN: {
    zh: {
      what: '这项分析开始之前，评价批次 {round} 已有新的计算结果，或程序已更新，原来的问题不再适用。',
      remedy: '请再次运行，将按最新结果计算。',
    },
    en: {
      what: 'Before this analysis could begin, round {round} was computed anew or the program was updated, so the question is out of date.',
      remedy: 'Run it again: it will be of the newest result.',
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
