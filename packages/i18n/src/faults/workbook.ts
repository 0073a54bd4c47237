import type { FaultWordings } from './wording.ts'

/** Faults of a standard's workbook: the file, its sheets, its rows, its cells. */
export const workbookFaults: FaultWordings = {
  WORKBOOK_NOT_OURS: {
    zh: {
      what: '这个文件不是准绳的标准工作簿：没有指标树等工作表，或缺少隐藏的 _ids 表。',
      remedy: '请用 plumbline excel new 生成空白工作簿，或用 excel export 导出已有标准后再改。',
    },
    en: {
      what: 'The file is not a workbook of a standard: the sheets, or the hidden sheet _ids, are missing.',
      remedy: 'Make a blank one with plumbline excel new, or export a standard with excel export and change that.',
    },
  },
  WORKBOOK_NEWER: {
    zh: { what: '工作簿的格式为第 {schema} 版，本程序只认到第 {known} 版。', remedy: '请升级准绳后再导入。' },
    en: {
      what: 'The workbook has layout {schema}; this program knows up to {known}.',
      remedy: 'Update Plumbline and import it again.',
    },
  },
  WORKBOOK_EMPTY: {
    zh: { what: '文件是空的，没有一个字节。', remedy: '请确认选对了文件，并在表格软件中重新保存。' },
    en: {
      what: 'The file is empty: it has not a single byte.',
      remedy: 'Check that it is the right one, and save it anew.',
    },
  },
  XLSX_EXPECTED: {
    zh: {
      what: '文件内容不是 XLSX 工作簿，例如只是把 CSV 改了扩展名。',
      remedy: '请在表格软件中打开导出的工作簿，修改后另存为 XLSX；改扩展名不能转换格式。',
    },
    en: {
      what: 'The content is no XLSX workbook, such as a CSV under another name.',
      remedy: 'Change the exported workbook in a spreadsheet program and save it as XLSX; a new name converts nothing.',
    },
  },
  WORKBOOK_MERGED: {
    zh: {
      what: '单元格 {range} 被合并，只有左上角一格有内容。',
      remedy: '请取消合并，把内容逐格填全；排版请用换行和列宽。',
    },
    en: {
      what: 'The cells {range} are merged: only the first of them holds anything.',
      remedy: 'Unmerge them and fill in each; use line breaks and column widths for the layout.',
    },
  },
  WORKBOOK_SHEET_MISSING: {
    zh: { what: '缺少工作表“{sheet}”。', remedy: '请恢复该工作表，名称要与导出时一致；没有内容可留空表。' },
    en: {
      what: 'The sheet “{sheet}” is missing.',
      remedy: 'Bring it back under the name that it was exported with; it may be empty.',
    },
  },
  WORKBOOK_COLUMN_MISSING: {
    zh: { what: '缺少“{column}”这一列。', remedy: '请恢复该列；第 2 行是隐藏的列名，请勿删除。' },
    en: {
      what: 'The column “{column}” is missing.',
      remedy: 'Bring it back; the hidden second row names the columns and must stay.',
    },
  },
  WORKBOOK_NUMBER: {
    zh: { what: '“{text}”不是数。', remedy: '请填数字，例如 0.35、35% 或 80。' },
    en: { what: '“{text}” is not a number.', remedy: 'Give a number, for example 0.35, 35% or 80.' },
  },
  WORKBOOK_YES_NO: {
    zh: { what: '“{text}”既不是“是”也不是“否”。', remedy: '请填“是”或“否”。' },
    en: { what: '“{text}” is neither yes nor no.', remedy: 'Give yes or no.' },
  },
  WORKBOOK_CELL_ERROR: {
    zh: {
      what: '单元格是错误值 {text}，或公式的结果没有保存。',
      remedy: '请改为具体内容，或在表格软件中重新计算并保存。',
    },
    en: {
      what: 'The cell holds the error {text}, or a formula whose result was not saved.',
      remedy: 'Type the content, or recalculate and save the file in a spreadsheet program.',
    },
  },
  WORKBOOK_ENGLISH_MISSING: {
    zh: { what: '“{text}”没有英文。', remedy: '请在“翻译”表中加一行：中文栏填这段文字，英文栏填译文。' },
    en: {
      what: '“{text}” has no English.',
      remedy: 'Add a line to the sheet of translations: this text as the Chinese, its translation as the English.',
    },
  },
  WORKBOOK_SETTINGS: {
    zh: { what: '“其他设置”读不懂。', remedy: '每行应为“名称 = 值”，值用 JSON 写法，例如 metAt = 80。' },
    en: {
      what: 'The other settings cannot be read.',
      remedy: 'Each line is name = value, the value as JSON, for example metAt = 80.',
    },
  },
  WORKBOOK_JSON: {
    zh: { what: '内容不是 JSON。', remedy: '请按 JSON 写法填写，例如 [1, 2] 或 {"a": 1}。' },
    en: { what: 'The content is not JSON.', remedy: 'Write it as JSON, for example [1, 2] or {"a": 1}.' },
  },
  WORKBOOK_CONDITION: {
    zh: {
      what: '条件“{text}”读不懂。',
      remedy:
        '请写成“事项 名称 < 90”“指标值 名称 >= 3”或“得分 名称 < 40”；多个条件写“全部满足（…；…）”或“任一满足（…；…）”。',
    },
    en: {
      what: 'The condition “{text}” cannot be read.',
      remedy:
        'Write “fact name < 90”, “value name >= 3” or “score name < 40”; several as “all of (…; …)” or “any of (…; …)”.',
    },
  },
  WORKBOOK_POINT_HALF: {
    zh: { what: '这个点只填了取值和得分中的一个。', remedy: '请两项都填，或都留空。' },
    en: { what: 'Only one of value and score of this point is given.', remedy: 'Give both, or neither.' },
  },
  WORKBOOK_KIND: {
    zh: { what: '这一行的类别未填或无法识别。', remedy: '请从下拉列表选择：{kinds}。' },
    en: { what: 'The kind of this row is empty or unknown.', remedy: 'Choose one of the list: {kinds}.' },
  },
  WORKBOOK_TYPE: {
    zh: { what: '“{name}”没有类型。', remedy: '请从下拉列表选择分支、引用或指标类型。' },
    en: { what: '“{name}” has no type.', remedy: 'Choose branch, mount or a type of indicator from the list.' },
  },
  WORKBOOK_LEVEL: {
    zh: {
      what: '层级 {level} 接不上前面的行，此处至多为 {most}。',
      remedy: '根为 0，下级比上级大 1；指标和引用之下不能再有下级。',
    },
    en: {
      what: 'Depth {level} does not follow from the rows above; here it is {most} at most.',
      remedy: 'The root is 0, a child one more than its parent; nothing hangs below an indicator or a mount.',
    },
  },
  WORKBOOK_RULE_MISSING: {
    zh: { what: '指标“{name}”在“取值规则”表中没有对应的行。', remedy: '请在“取值规则”表中加一行，名称与此相同。' },
    en: {
      what: 'The indicator “{name}” has no row among the value rules.',
      remedy: 'Add one to that sheet, under the same name.',
    },
  },
  WORKBOOK_RULE_ORPHAN: {
    zh: { what: '“{name}”在“指标树”表中没有对应的指标。', remedy: '请在“指标树”表中加上它，或清空这一行。' },
    en: {
      what: '“{name}” is no indicator of the tree.',
      remedy: 'Add it to the sheet of the tree, or clear this row.',
    },
  },
  WORKBOOK_ITEM_UNKNOWN: {
    zh: {
      what: '基本信息中没有“{item}”这一项。',
      remedy: '请用已有的项目名；要加一条引用文件、术语等，项目栏照抄同类行的名称。',
    },
    en: {
      what: 'The basics know no item “{item}”.',
      remedy:
        'Use an item that is there; to add a reference, a term and the like, copy the label of a row of its kind.',
    },
  },
  WORKBOOK_ROW_COPIED: {
    zh: { what: '“{name}”是从另一行复制来的，已给新编码 {id}。', remedy: '如果本想移动那一行，请删去其中一行。' },
    en: {
      what: '“{name}” was copied from another row and has the new id {id}.',
      remedy: 'If the row was meant to be moved, delete one of the two.',
    },
  },
  WORKBOOK_ROW_GONE: {
    zh: {
      what: '“{sheet}”中的“{name}”不见了，但没有标明删除。',
      remedy: '要删除，请保留这一行并在“删除”列选“删除”；确认整批删除可加 --allow-deletions。',
    },
    en: {
      what: '“{name}” is gone from “{sheet}” without being marked as deleted.',
      remedy: 'To delete it, keep its row and choose delete there; --allow-deletions confirms all of them at once.',
    },
  },
  WORKBOOK_PARAM_ROW: {
    zh: {
      what: '这一行参数缺少起用日期或数值，或上方没有参数名。',
      remedy: '每行填一个日期（如 2026-01-01）和一个数值；参数名写在该参数的第一行。',
    },
    en: {
      what: 'This row of a parameter has no date or no number, or no parameter above it.',
      remedy:
        'Give one date (such as 2026-01-01) and one number a row; the name stands in the first row of a parameter.',
    },
  },
  WORKBOOK_CASE_KEY: {
    zh: { what: '这个用例没有评价对象或期。', remedy: '请填写。' },
    en: { what: 'The case has no unit or no period.', remedy: 'Fill it in.' },
  },
  WORKBOOK_CASE_EXPECTED: {
    zh: {
      what: '这个用例没有写应得的结果。',
      remedy: '请在“应为”各列中至少填一项，例如综合得分或等级；只想试算，请用“指标树”的“试填”列。',
    },
    en: {
      what: 'The case does not say what should come out.',
      remedy:
        'Fill in one of the expected columns at least, such as the composite score or the grade; to try values, use the trial column of the tree.',
    },
  },
  WORKBOOK_WEIGHTS: {
    zh: {
      what: '“{name}”的下级权重合计 {sum}，应为 100%（{children}）。',
      remedy: '请调整下级权重，使其合计为 100%。',
    },
    en: {
      what: 'The weights below “{name}” sum to {sum}, not 100% ({children}).',
      remedy: 'Adjust them so that they sum to 100%.',
    },
  },
  WORKBOOK_STALE: {
    zh: {
      what: '工作簿导出之后，标准 {id} 已有改动；差异是与现在的标准相比得出的。',
      remedy: '请逐条核对，避免把别人的改动改回去。',
    },
    en: {
      what: 'The standard {id} has changed since the workbook was exported; the difference is against what it is now.',
      remedy: 'Go through it line by line, so that no one’s change is undone.',
    },
  },
  WORKBOOK_CANNOT_HOLD: {
    zh: { what: '“{what}”的内容超出一个单元格的容量。', remedy: '请把它拆分，或直接编辑 plugin.yaml。' },
    en: {
      what: '“{what}” is more than one cell can hold.',
      remedy: 'Split it, or edit plugin.yaml itself.',
    },
  },
  XLSX_TOO_MANY_CELLS: {
    zh: { what: '工作簿的单元格超过 {most} 个。', remedy: '请删去不属于标准的工作表和内容。' },
    en: { what: 'The workbook has more than {most} cells.', remedy: 'Remove what is not part of the standard.' },
  },
}
