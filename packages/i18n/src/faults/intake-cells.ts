import type { FaultWordings } from './wording.ts'

/** Faults of the cells of a data file: values. */
export const intakeCellFaults: FaultWordings = {
  CELL_NOT_A_NUMBER: {
    zh: { what: '“{text}”不是数字。', remedy: '请填写数字；未填报请留空，不适用请填“不适用”。' },
    en: {
      what: '“{text}” is not a number.',
      remedy: 'Enter a number; leave the cell empty if unanswered, or write N/A if not applicable.',
    },
  },
  CELL_NUMBER_TOO_LARGE: {
    zh: { what: '“{text}”太大，不能作为数值。', remedy: '请检查数字和计量单位。' },
    en: { what: '“{text}” is too large for a value.', remedy: 'Check the number and its unit of measure.' },
  },
  CELL_NOT_WHOLE: {
    zh: { what: '“{text}”不是整数。', remedy: '请填写整数。' },
    en: { what: '“{text}” is not a whole number.', remedy: 'Enter a whole number.' },
  },
  CELL_BELOW_LEAST: {
    zh: { what: '“{text}”小于“{header}”的最小可能值 {least}。', remedy: '请核对数据和计量单位。' },
    en: {
      what: '“{text}” is less than {least}, the least that “{header}” can be.',
      remedy: 'Check the number and its unit of measure.',
    },
  },
  CELL_ABOVE_MOST: {
    zh: { what: '“{text}”大于“{header}”的最大可能值 {most}。', remedy: '请核对数据和计量单位。' },
    en: {
      what: '“{text}” is more than {most}, the most that “{header}” can be.',
      remedy: 'Check the number and its unit of measure.',
    },
  },
  CELL_NOT_AN_OPTION: {
    zh: { what: '“{text}”不是“{header}”的选项。', remedy: '可填：{allowed}。' },
    en: { what: '“{text}” is no option of “{header}”.', remedy: 'Enter one of: {allowedEn}.' },
  },
  CELL_PERCENT_SIGN: {
    zh: {
      what: '“{text}”带百分号，但“{header}”的计量单位不是 %。',
      remedy: '请按规定的计量单位填写数字，不带百分号。',
    },
    en: {
      what: '“{text}” has a per cent sign, but “{header}” is not in per cent.',
      remedy: 'Enter the number in the standard’s unit of measure, without the sign.',
    },
  },
  CELL_COMMA_UNCLEAR: {
    zh: {
      what: '“{text}”中的逗号可能是千位分隔符，也可能是小数点。',
      remedy: '请去掉千位逗号，小数点用“.”，例如 1234.5。',
    },
    en: {
      what: 'The comma in “{text}” may separate thousands or decimals.',
      remedy: 'Write it without thousands separators and with a decimal point, for example 1234.5.',
    },
  },
  CELL_IS_A_DATE: {
    zh: {
      what: '“{text}”是日期，“{header}”要填数值。',
      remedy: '请把单元格格式改为“常规”，重新填写数值。',
    },
    en: {
      what: '“{text}” is a date; “{header}” needs a value.',
      remedy: 'Format the cell as “General” and enter the value again.',
    },
  },
  CELL_IS_A_RANGE: {
    zh: { what: '“{text}”是一个范围。', remedy: '请按取值规则填写一个数值。' },
    en: { what: '“{text}” is a range.', remedy: 'Enter one value, worked out as the standard says.' },
  },
  CELL_APPROXIMATE: {
    zh: { what: '“{text}”是约数。', remedy: '请填写有证据支持的确切数值，只写数字。' },
    en: {
      what: '“{text}” is approximate.',
      remedy: 'Enter the exact value that the evidence shows, as a number only.',
    },
  },
  CELL_UNIT_IN_NUMBER: {
    zh: { what: '“{text}”在数字之外还有文字。', remedy: '请只填数字；计量单位以标准为准。' },
    en: {
      what: '“{text}” has text beside the number.',
      remedy: 'Enter the number only; the standard fixes the unit of measure.',
    },
  },
  CELL_PLACEHOLDER: {
    zh: {
      what: '“{text}”没有说明为什么没有数值。',
      remedy: '未填报请留空；不适用请填“不适用”，没有数据请填“无数据”，不公开请填“不公开”。',
    },
    en: {
      what: '“{text}” does not say why there is no value.',
      remedy: 'Leave it empty if unanswered; otherwise write N/A, “not available” or “withheld”.',
    },
  },
  CELL_SPREADSHEET_ERROR: {
    zh: {
      what: '“{text}”是表格软件的公式错误，不是数值，也不等于“不适用”。',
      remedy: '请改正公式，或直接填写数值；确属不适用的请填“不适用”。',
    },
    en: {
      what: '“{text}” is a formula error of the spreadsheet: no value, and not the same as N/A.',
      remedy: 'Correct the formula or enter the value; write N/A only where the item does not apply.',
    },
  },
  CELL_FORMULA_WITHOUT_RESULT: {
    zh: { what: '公式没有保存计算结果。', remedy: '请在表格软件中打开文件，计算并保存后再上传；或把公式粘贴为数值。' },
    en: {
      what: 'The formula has no stored result.',
      remedy: 'Open the file in a spreadsheet program, let it calculate, save it and upload that; or paste values.',
    },
  },
  CELL_NOT_A_LEVEL: {
    zh: { what: '“{text}”不是“{header}”的级别。', remedy: '可填：{levels}，或该级的说明文字。' },
    en: { what: '“{text}” is not a level of “{header}”.', remedy: 'Allowed are: {levels}, or the words of the step.' },
  },
  CELL_NOT_A_BOOLEAN: {
    zh: { what: '“{text}”既不是“是”也不是“否”。', remedy: '请填 是/否、有/无、true/false 或 1/0。' },
    en: { what: '“{text}” is neither yes nor no.', remedy: 'Enter yes/no, true/false or 1/0.' },
  },
  RATING_OFF_SCALE: {
    zh: { what: '评分“{text}”超出 {low} 至 {high}。', remedy: '请填写评分范围内的数。' },
    en: { what: 'The rating “{text}” is outside {low} to {high}.', remedy: 'Enter a number on the scale.' },
  },
  RATING_EMPTY: {
    zh: { what: '专家评分中有一个空项。', remedy: '请删去多余的分隔符；未评分的专家不列。' },
    en: {
      what: 'One of the ratings is empty.',
      remedy: 'Remove the extra separator; leave out experts who gave no rating.',
    },
  },
  RATINGS_TOO_FEW: {
    zh: { what: '只有 {count} 位专家评分，至少需要 {least} 位；本项按无有效取值处理。', remedy: '请补足评分。' },
    en: {
      what: 'Only {count} experts rated; {least} are needed, and the item counts as missing.',
      remedy: 'Add the missing ratings.',
    },
  },
  CELL_NEGATIVE_UNLIKELY: {
    zh: { what: '“{text}”是负数，而本项的标杆值都不小于 0。', remedy: '请核对正负号；若属实，可照此导入。' },
    en: {
      what: '“{text}” is negative, while the goalposts of this item are all 0 or above.',
      remedy: 'Check the sign; if it is right, go on.',
    },
  },
  CELL_FAR_BEYOND: {
    zh: { what: '“{text}”超过最大标杆值（{largest}）的一千倍。', remedy: '请核对计量单位；若属实，可照此导入。' },
    en: {
      what: '“{text}” is more than a thousand times the largest goalpost ({largest}).',
      remedy: 'Check the unit of measure; if it is right, go on.',
    },
  },
  FACT_NOT_APPLICABLE: {
    zh: { what: '“{header}”是申报事实，不能填“不适用”。', remedy: '请如实填写；没有发生的请填 0 或 否。' },
    en: {
      what: '“{header}” is a declared fact and cannot be “not applicable”.',
      remedy: 'Declare it; if it did not happen, enter 0 or no.',
    },
  },
  FACT_NEGATIVE: {
    zh: { what: '“{header}”不能是负数（{text}）。', remedy: '请填写 0 或以上的数。' },
    en: { what: '“{header}” cannot be negative ({text}).', remedy: 'Enter 0 or more.' },
  },
}
