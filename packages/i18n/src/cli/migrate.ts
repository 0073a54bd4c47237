import { pair } from '../ui/messages.ts'

/** Texts of `plumbline migrate`. */
export const migrateTexts = pair(
  {
    usage: 'plumbline migrate <插件> <数据文件> --from <旧版本>',
    summary: '把旧版本的数据转为新版本的数据：先演练，列出每一项的去向；给出 --out 才写文件',
    options: {
      from: { value: '<版本>', text: '数据所属的旧版本：版本号，或旧版本的文件夹' },
      to: { value: '<版本>', text: '转入的版本，默认为 <插件> 的版本' },
      out: { value: '<文件>', text: '写出转换后的数据（CSV）；不给出时只演练' },
      'as-of': { value: '<日期>', text: '规则基准日，决定随日期变化的参数取哪个值；默认为今天' },
    },
    fromNeeded: '请用 --from 写明数据所属的旧版本。',
    versionUnknown: '没有找到“{{id}}”的 {{version}} 版，有：{{versions}}。',
    head: '{{id}}  {{from}} → {{to}}，{{rows}} 行',
    how: { same: '照旧', moved: '转为', merged: '合并', dropped: '删去', asked: '重新填报' },
    columns: { how: '去向', from: '旧项', to: '新项', cells: '有值', reason: '理由' },
    dry: '仅为演练，没有写出文件；用 --out 写出。',
    written: '已写出 {{out}}，原文件未改动。',
  },
  {
    usage: 'plumbline migrate <plugin> <data> --from <version>',
    summary: 'turn data of an older version into data of a newer one: a dry run, item by item; writes with --out',
    options: {
      from: { value: '<version>', text: 'the older version that the data are of: its number, or its folder' },
      to: { value: '<version>', text: 'the version to go to; that of <plugin> by default' },
      out: { value: '<file>', text: 'write the new data (CSV); without it nothing is written' },
      'as-of': { value: '<date>', text: 'the date as of which parameters are read; today where not given' },
    },
    fromNeeded: 'Say with --from which version the data are of.',
    versionUnknown: 'There is no version {{version}} of “{{id}}”; there are: {{versions}}.',
    head: '{{id}}  {{from}} → {{to}}, {{rows}} rows',
    how: { same: 'as it is', moved: 'becomes', merged: 'merged', dropped: 'dropped', asked: 'asked afresh' },
    columns: { how: 'What', from: 'Old item', to: 'New item', cells: 'Values', reason: 'Reason' },
    dry: 'A dry run: nothing was written; --out writes.',
    written: 'Written to {{out}}; the file you gave is unchanged.',
  },
)
