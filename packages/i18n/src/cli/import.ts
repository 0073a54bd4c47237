import { pair } from '../ui/messages.ts'

/** Texts of `plumbline import`. */
export const importTexts = pair(
  {
    usage: 'plumbline import <插件> <数据文件>',
    summary: '把数据文件导入正在运行的服务',
    options: { server: { value: '<地址>', text: '服务地址，默认 http://127.0.0.1:4180' } },
    imported: '已导入：评价对象 {{units}} 个，取值 {{cells}} 个。',
    round: '  {{title}}  期 {{period}}  批次 {{id}}',
    notImported: '没有导入任何数据。',
  },
  {
    usage: 'plumbline import <plugin> <data>',
    summary: 'import a data file into the running server',
    options: { server: { value: '<url>', text: 'where the server is, http://127.0.0.1:4180 by default' } },
    imported: 'Imported: {{units}} units, {{cells}} values.',
    round: '  {{title}}  period {{period}}  round {{id}}',
    notImported: 'Nothing was imported.',
  },
)
