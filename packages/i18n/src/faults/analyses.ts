import type { FaultWordings } from './wording.ts'

/** Faults of analyses as jobs: of the threads that do them, and of the list of jobs. */
export const analysesFaults: FaultWordings = {
  ANALYSIS_STOPPED: {
    zh: { what: '分析线程意外终止（{reason}），本次分析没有完成。', remedy: '请重试；数据与已有结果不受影响。' },
    en: {
      what: 'The analysis thread ended unexpectedly ({reason}); this analysis did not finish.',
      remedy: 'Try again; data and earlier results are not affected.',
    },
  },
}
