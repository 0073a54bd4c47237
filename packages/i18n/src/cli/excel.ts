import { pair } from '../ui/messages.ts'

/** Texts of `plumbline excel export`. */
export const excelExportTexts = pair(
  {
    usage: 'plumbline excel export <插件>',
    summary: '把标准导出为 Excel 工作簿，试填一个用例，得分随填随算',
    options: {
      out: { value: '<文件>', text: '写入的文件，默认为 编码-版本.xlsx' },
      case: { value: '<用例>', text: '试填哪个用例（编码或评价对象），默认第一个' },
      force: { value: '', text: '覆盖已有的文件' },
    },
    caseUnknown: '没有用例“{{case}}”，有：{{cases}}。',
    written: '已把 {{id}} {{version}} 导出到 {{file}}。',
  },
  {
    usage: 'plumbline excel export <plugin>',
    summary: 'write a standard as an Excel workbook that scores one unit as its values are typed',
    options: {
      out: { value: '<file>', text: 'where to write it; <id>-<version>.xlsx by default' },
      case: { value: '<case>', text: 'the golden case on trial, by id or unit; the first by default' },
      force: { value: '', text: 'replace a file that is there' },
    },
    caseUnknown: 'There is no case “{{case}}”; there are: {{cases}}.',
    written: '{{id}} {{version}} was written to {{file}}.',
  },
)

/** Texts of `plumbline excel new`. */
export const excelNewTexts = pair(
  {
    usage: 'plumbline excel new <文件>',
    summary: '生成新标准的 Excel 工作簿，内有可改写的示例',
    options: {
      id: { value: '<编码>', text: '标准编码，小写字母、数字和连字符' },
      title: { value: '<标题>', text: '中文标题' },
      'title-en': { value: '<标题>', text: '英文标题' },
      publisher: { value: '<编码>', text: '发布者编码' },
      force: { value: '', text: '覆盖已有的文件' },
    },
    written: '已生成标准 {{id}} 的工作簿 {{file}}。填好后用 plumbline excel import 导入。',
  },
  {
    usage: 'plumbline excel new <file>',
    summary: 'make the workbook of a new standard, with an example to rewrite',
    options: {
      id: { value: '<id>', text: 'id of the standard: lower case letters, digits, hyphens' },
      title: { value: '<title>', text: 'Chinese title' },
      'title-en': { value: '<title>', text: 'English title' },
      publisher: { value: '<id>', text: 'id of the publisher' },
      force: { value: '', text: 'replace a file that is there' },
    },
    written: 'The workbook of {{id}} was made: {{file}}. Fill it in, then plumbline excel import.',
  },
)

/** Texts of `plumbline excel import`. */
export const excelImportTexts = pair(
  {
    usage: 'plumbline excel import <文件>',
    summary: '读回工作簿：逐格列出问题，列出与现有标准的差异，生成草稿文件夹',
    options: {
      out: { value: '<文件夹>', text: '草稿写入的新文件夹；不给则只检查和比较' },
      against: { value: '<插件>', text: '与哪个标准比较，默认为工作簿导出时的标准' },
      'allow-deletions': { value: '', text: '确认：没有标明就消失的行都是要删除的' },
    },
    noPresent: '没有现有标准可以比较。',
    same: '与 {{id}} {{version}} 相同。',
    differs: '与 {{id}} {{version}} 相比有 {{count}} 处差异：',
    added: '  ＋ {{path}}：{{after}}',
    removed: '  － {{path}}：{{before}}',
    changed: '  ～ {{path}}：{{before}} → {{after}}',
    written: '草稿已写入 {{folder}}，现有标准没有改动。',
  },
  {
    usage: 'plumbline excel import <file>',
    summary: 'read a workbook back: faults by cell, difference from the present standard, a draft folder',
    options: {
      out: {
        value: '<folder>',
        text: 'new folder for the draft; without it the workbook is only checked and compared',
      },
      against: { value: '<plugin>', text: 'the standard to compare with; by default the one it was exported from' },
      'allow-deletions': { value: '', text: 'rows that are gone without a mark are meant to be deleted' },
    },
    noPresent: 'There is no present standard to compare with.',
    same: 'The same as {{id}} {{version}}.',
    differs: '{{count}} differences from {{id}} {{version}}:',
    added: '  + {{path}}: {{after}}',
    removed: '  - {{path}}: {{before}}',
    changed: '  ~ {{path}}: {{before}} -> {{after}}',
    written: 'The draft was written to {{folder}}; the present standard is unchanged.',
  },
)
