import type { FaultWordings } from './wording.ts'

/** Faults of the header of a data file: its columns. */
export const intakeHeaderFaults: FaultWordings = {
  TOO_MANY_COLUMNS: {
    zh: { what: '表格有 {count} 列，超过上限 {most} 列。', remedy: '请删去与指标无关的列。' },
    en: {
      what: 'The table has {count} columns; at most {most} are read.',
      remedy: 'Remove columns that are no indicators.',
    },
  },
  COLUMN_UNIT_MISSING: {
    zh: {
      what: '首行没有“评价对象”列。',
      remedy: '请把表头放在第一行，并加一列“unit”或“评价对象编码”；表头上方的标题行请删去。',
    },
    en: {
      what: 'The first row has no column for the unit.',
      remedy: 'Put the header in the first row with a column “unit”; remove title rows above it.',
    },
  },
  COLUMN_PERIOD_MISSING: {
    zh: { what: '首行没有“期”列。', remedy: '请加一列“period”或“年度”，每行填写所属期，例如 2025。' },
    en: {
      what: 'The first row has no column for the period.',
      remedy: 'Add a column “period” and fill in, for example, 2025 in every row.',
    },
  },
  COLUMN_GROUP_MISSING: {
    zh: { what: '本标准的规则与分组有关，但表中没有“分组”列。', remedy: '请加一列“group”或“分组”，可填：{allowed}。' },
    en: {
      what: 'Rules of this standard depend on the peer group, and there is no column for it.',
      remedy: 'Add a column “group”; allowed are: {allowedEn}.',
    },
  },
  COLUMN_COMPUTED: {
    zh: {
      what: '“{header}”由公式算出，不能另外填报。',
      remedy: '请删去这一列（或在列名前加 #），填报公式所用的数据项：{inputs}。',
    },
    en: {
      what: '“{header}” is worked out by a formula and cannot be reported as well.',
      remedy: 'Remove the column (or put # before its name) and report what the formula reads: {inputs}.',
    },
  },
  COLUMN_UNKNOWN: {
    zh: {
      what: '本标准没有名为“{header}”的指标或事实。',
      remedy: '请改用标准中的编码或名称；不需要导入的列，请在列名前加 #。',
    },
    en: {
      what: 'This standard has no indicator or fact named “{header}”.',
      remedy: 'Use an id or a name of the standard; put # before the name of a column that is not to be read.',
    },
  },
  COLUMN_UNKNOWN_NEAR: {
    zh: {
      what: '本标准没有名为“{header}”的指标或事实。',
      remedy: '是否应为“{nearest}”？请改正列名；不需要导入的列，请在列名前加 #。',
    },
    en: {
      what: 'This standard has no indicator or fact named “{header}”.',
      remedy: 'Is it “{nearest}”? Correct the name, or put # before it if the column is not to be read.',
    },
  },
  COLUMN_AMBIGUOUS: {
    zh: { what: '“{header}”在本标准中不止一项。', remedy: '请改用编码作列名，可选：{ids}。' },
    en: {
      what: 'This standard has more than one item named “{header}”.',
      remedy: 'Use the id instead, one of: {ids}.',
    },
  },
  COLUMN_UNIT_OF_MEASURE: {
    zh: {
      what: '列名“{header}”写明的计量单位是“{said}”，标准规定的是“{unitOfMeasure}”。',
      remedy: '请把数值换算为“{unitOfMeasure}”，并改正列名。',
    },
    en: {
      what: 'The column “{header}” says “{said}”; the standard’s unit of measure is “{unitOfMeasureEn}”.',
      remedy: 'Convert the values to “{unitOfMeasureEn}” and correct the name.',
    },
  },
  COLUMN_TWICE: {
    zh: { what: '“{header}”与 {first} 是同一项（{item}），出现了两次。', remedy: '请只保留一列。' },
    en: { what: '“{header}” is the same item ({item}) as {first}.', remedy: 'Keep only one of the two columns.' },
  },
  COLUMNS_ABSENT: {
    zh: { what: '表中没有这 {count} 项的列，均按未填报处理：{items}。', remedy: '如应填报，请补上这些列。' },
    en: {
      what: 'The table has no column for {count} items; they count as unanswered: {items}.',
      remedy: 'Add the columns if there are values to report.',
    },
  },
  COLUMN_OF_FRACTIONS: {
    zh: {
      what: '“{header}”的计量单位是 %，整列数值却都在 0 和 1 之间。',
      remedy: '请确认是否写成了小数：85% 应填 85，而不是 0.85。',
    },
    en: {
      what: '“{header}” is in per cent, and all its values lie between 0 and 1.',
      remedy: 'Check whether they are shares: 85% is entered as 85, not 0.85.',
    },
  },
}
