import type { FaultWordings } from './wording.ts'

/** Faults of a data file as a whole: its kind, size, encoding. */
export const intakeFileFaults: FaultWordings = {
  FILE_TOO_LARGE: {
    zh: { what: '文件约 {megabytes} MB，超过上限 {most} MB。', remedy: '请按期或按评价对象拆成几个文件，分别导入。' },
    en: {
      what: 'The file has about {megabytes} MB; at most {most} MB are read.',
      remedy: 'Split it by period or by units and import the parts.',
    },
  },
  FILE_EMPTY: {
    zh: { what: '文件中没有内容。', remedy: '请确认选对了文件；首行应为表头，其下每行一个评价对象和期。' },
    en: {
      what: 'The file is empty.',
      remedy: 'Check that it is the right file; the first row is the header, then one row for each unit and period.',
    },
  },
  FILE_NOT_A_TABLE: {
    zh: {
      what: '文件既不是 CSV 文本，也不是 XLSX 工作簿。',
      remedy: '请在表格软件中另存为 XLSX 或“CSV UTF-8”，再上传。',
    },
    en: {
      what: 'The file is neither CSV text nor an XLSX workbook.',
      remedy: 'Save it as XLSX or as “CSV UTF-8” in a spreadsheet program and upload that.',
    },
  },
  FILE_DAMAGED: {
    zh: { what: '文件已损坏，无法解开或读完。', remedy: '请用表格软件重新打开并另存，或重新下载后再上传。' },
    en: {
      what: 'The file is damaged and cannot be unpacked or read to its end.',
      remedy: 'Open it in a spreadsheet program and save it anew, or fetch it again.',
    },
  },
  FILE_CHANGED: {
    zh: { what: '读取过程中文件内容发生了变化。', remedy: '请等其他程序写完并关闭文件后，再导入一次。' },
    en: {
      what: 'The file changed while it was being read.',
      remedy: 'Wait until no other program is writing it and import again.',
    },
  },
  XLS_OLD_FORMAT: {
    zh: { what: '这是旧版 XLS 工作簿，不能读取。', remedy: '请在表格软件中另存为 XLSX。' },
    en: { what: 'This is a workbook in the old XLS format, which is not read.', remedy: 'Save it as XLSX.' },
  },
  XLSX_ENCRYPTED: {
    zh: { what: '工作簿设有打开密码。', remedy: '请去掉密码后另存，再上传。' },
    en: { what: 'The workbook is protected by a password.', remedy: 'Remove the password, save it and upload that.' },
  },
  XLSX_UNPACKS_TOO_LARGE: {
    zh: {
      what: '工作簿解压后约 {megabytes} MB，超过上限 {most} MB。',
      remedy: '请删去图片、空白格式和无关工作表，或改存为 CSV。',
    },
    en: {
      what: 'Unpacked, the workbook has about {megabytes} MB; at most {most} MB are read.',
      remedy: 'Remove pictures, empty formatted cells and other sheets, or save it as CSV.',
    },
  },
  ENCODING_UNKNOWN: {
    zh: {
      what: '文件编码既不是 UTF-8，也不是 GB18030：第 {line} 行（第 {byte} 字节）无法识别。',
      remedy: '请在表格软件中另存为“CSV UTF-8”，再上传。',
    },
    en: {
      what: 'The encoding is neither UTF-8 nor GB18030: line {line}, byte {byte} fits none.',
      remedy: 'Save the file as “CSV UTF-8” and upload that.',
    },
  },
  ENCODING_DAMAGED: {
    zh: {
      what: '文件是 {encoding} 编码，但第 {line} 行（第 {byte} 字节）已损坏。',
      remedy: '请修正该处文字，或从原系统重新导出。',
    },
    en: {
      what: 'The file is {encoding}, but damaged at line {line}, byte {byte}.',
      remedy: 'Put the text there right, or export the file again.',
    },
  },
  CSV_QUOTES: {
    zh: { what: '从第 {row} 行起引号不成对。', remedy: '请补齐该行的双引号；文字中的双引号要写成两个（""）。' },
    en: {
      what: 'Quotation marks do not pair up from row {row} on.',
      remedy: 'Close the quotes of that row; a quote inside a text is written twice ("").',
    },
  },
  CSV_ROW_TOO_LONG: {
    zh: { what: '第 {line} 行过长，不像一行数据。', remedy: '请检查该行的引号和换行，或另存为“CSV UTF-8”后再上传。' },
    en: {
      what: 'Line {line} is too long for one row of data.',
      remedy: 'Check its quotes and line ends, or save the file as “CSV UTF-8” and upload that.',
    },
  },
}
