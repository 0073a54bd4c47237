import { pair } from '../ui/messages.ts'

/** Texts of `plumbline change`; sentences are those of the screen. */
export const changeTexts = pair(
  {
    usage: 'plumbline change <插件> <数据文件> <评价对象>',
    summary: '一个对象的得分为什么与上一期不同：自身数据、其他对象、标准变化、上期数据订正各占多少',
    options: {
      period: { value: '<期>', text: '较晚的一期；不给时取最近一期，与它之前最近的一期相比' },
      'as-of': { value: '<日期>', text: '规则基准日，默认为今天' },
      earlier: { value: '<文件>', text: '上期数据所在的文件；不给时与较晚一期同一文件' },
      'earlier-version': { value: '<版本>', text: '上期所用的版本：文件夹、插件包或 标识@版本；不给时两期同一版本' },
      'earlier-as-of': { value: '<日期>', text: '上期的规则基准日，默认与 --as-of 相同' },
      published: { value: '<文件>', text: '上期首次公布时的数据，上期数据后来订正过时给出' },
    },
    noEarlier: '数据中没有早于 {{period}} 期的一期。上期数据在另一个文件时，用 --earlier 指明。',
  },
  {
    usage: 'plumbline change <plugin> <data> <unit>',
    summary: 'why a unit’s score differs from the period before: own data, others, the standard, a correction',
    options: {
      period: { value: '<period>', text: 'the later period, compared with the one before; the newest where not given' },
      'as-of': { value: '<date>', text: 'the date as of which parameters are read; today where not given' },
      earlier: { value: '<file>', text: 'file with the earlier data; the same file where not given' },
      'earlier-version': {
        value: '<version>',
        text: 'version of the earlier period: folder, packed file or id@version; the same one where not given',
      },
      'earlier-as-of': {
        value: '<date>',
        text: 'the same date for the earlier period; that of --as-of where not given',
      },
      published: { value: '<file>', text: 'the earlier data as first published, where they have been corrected since' },
    },
    noEarlier:
      'The data have no period before {{period}}. Where the earlier data are in another file, name it with --earlier.',
  },
)
