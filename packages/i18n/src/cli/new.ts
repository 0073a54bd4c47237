import { pair } from '../ui/messages.ts'

/** Texts of `plumbline new`. */
export const newTexts = pair(
  {
    usage: 'plumbline new <文件夹>',
    summary: '新建一个标准：示例指标、用例和说明，随即通过 check 和 test；不覆盖已有文件',
    options: {
      id: { value: '<编码>', text: '标准编码，默认取文件夹名' },
      title: { value: '<标题>', text: '中文标题' },
      'title-en': { value: '<标题>', text: '英文标题' },
      publisher: { value: '<编码>', text: '发布者编码' },
      from: { value: '<工作簿>', text: '从 Excel 工作簿生成，而不用示例' },
    },
    ask: { id: '标准编码', title: '中文标题', titleEn: '英文标题', publisher: '发布者编码' },
    idWrong: '“{{id}}”不能作标准编码：请用小写字母开头，只含小写字母、数字和连字符，例如 smart-port；用 --id 给出。',
    written: '已新建 {{folder}}：{{files}}。',
  },
  {
    usage: 'plumbline new <folder>',
    summary: 'begin a standard: example indicators, cases and pages that pass check and test; nothing is overwritten',
    options: {
      id: { value: '<id>', text: 'id of the standard; the name of the folder by default' },
      title: { value: '<title>', text: 'Chinese title' },
      'title-en': { value: '<title>', text: 'English title' },
      publisher: { value: '<id>', text: 'id of the publisher' },
      from: { value: '<workbook>', text: 'make it from an Excel workbook instead of the example' },
    },
    ask: {
      id: 'id of the standard',
      title: 'Chinese title',
      titleEn: 'English title',
      publisher: 'id of the publisher',
    },
    idWrong:
      '“{{id}}” is no id of a standard: begin with a lower case letter and use lower case letters, digits and hyphens, such as smart-port; give it with --id.',
    written: 'Made {{folder}}: {{files}}.',
  },
)
