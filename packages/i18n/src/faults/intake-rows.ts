import type { FaultWordings } from './wording.ts'

/** Faults of the rows of a data file: keys and shape. */
export const intakeRowFaults: FaultWordings = {
  TOO_MANY_ROWS: {
    zh: { what: '数据超过 {most} 行。', remedy: '请按期或按评价对象拆成几个文件，分别导入。' },
    en: {
      what: 'There are more than {most} rows.',
      remedy: 'Split the file by period or by units and import the parts.',
    },
  },
  TOO_MANY_FAULTS: {
    zh: {
      what: '另有 {more} 处问题未列出，此处只列前 {shown} 处。',
      remedy: '请先改正已列出的；同类问题往往可以整列一并改正。',
    },
    en: {
      what: '{more} more findings are not listed; these are the first {shown}.',
      remedy: 'Correct these first; often a whole column can be put right at once.',
    },
  },
  NO_ROWS: {
    zh: { what: '表头之下没有数据行。', remedy: '请在表头下逐行填写评价对象、期和各项指标。' },
    en: { what: 'There is no row below the header.', remedy: 'Add one row for each unit and period.' },
  },
  CELLS_MERGED: {
    zh: { what: '单元格 {range} 合并成了一格，其余各行读不到值。', remedy: '请取消合并，并在每一行分别填写。' },
    en: {
      what: 'The cells {range} are merged; the rows below have no value of their own.',
      remedy: 'Unmerge them and fill in every row.',
    },
  },
  ROW_TOO_SHORT: {
    zh: {
      what: '第 {row} 行只有 {cells} 个单元格，表头有 {columns} 列。',
      remedy: '请补齐该行的分隔符；若是最后一行，请检查文件是否完整。',
    },
    en: {
      what: 'Row {row} has {cells} cells, the header {columns}.',
      remedy: 'Add the missing separators; if it is the last row, check that the file is complete.',
    },
  },
  CELL_WITHOUT_HEADER: {
    zh: {
      what: '“{text}”所在的列没有列名。',
      remedy: '请补上列名或清空该列；若数字带千位逗号，请给它加双引号。',
    },
    en: {
      what: '“{text}” stands in a column without a name.',
      remedy: 'Name the column or clear it; quote numbers that have a comma for thousands.',
    },
  },
  FILE_ROW_TWICE: {
    zh: { what: '第 {row} 行与第 {first} 行是同一评价对象的同一期。', remedy: '请只保留一行。' },
    en: { what: 'Rows {first} and {row} are the same unit and period.', remedy: 'Keep only one of them.' },
  },
  UNIT_EMPTY: {
    zh: { what: '没有填写评价对象。', remedy: '请填写评价对象的编码；空行请整行清空。' },
    en: { what: 'The unit is empty.', remedy: 'Fill in the unit’s code, or clear the whole row.' },
  },
  PERIOD_EMPTY: {
    zh: { what: '没有填写期。', remedy: '请填写所属期，例如 2025。' },
    en: { what: 'The period is empty.', remedy: 'Fill in the period, for example 2025.' },
  },
  PERIOD_IS_A_DATE: {
    zh: { what: '期是一个日期（{text}）。', remedy: '请把单元格格式改为文本或常规，只填期，例如 2025。' },
    en: {
      what: 'The period is a date ({text}).',
      remedy: 'Format the cell as text or general and enter only the period, for example 2025.',
    },
  },
  GROUP_UNKNOWN: {
    zh: { what: '没有名为“{text}”的分组。', remedy: '请填写：{allowed}。' },
    en: { what: 'There is no group “{text}”.', remedy: 'Use one of: {allowedEn}.' },
  },
  GROUP_EMPTY: {
    zh: { what: '没有填写分组，而本标准的规则与分组有关。', remedy: '请填写：{allowed}。' },
    en: {
      what: 'The group is empty, and rules of this standard depend on it.',
      remedy: 'Use one of: {allowedEn}.',
    },
  },
  CORRECTION_WITHOUT_CELL: {
    zh: { what: '要改正的单元格 {text} 不在文件中。', remedy: '请重新上传文件，再逐格改正。' },
    en: {
      what: 'The corrected cell {text} is not in the file.',
      remedy: 'Upload the file again and correct it there.',
    },
  },
}
