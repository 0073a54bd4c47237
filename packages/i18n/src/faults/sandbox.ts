import type { FaultWordings } from './wording.ts'

/** Faults of code indicators. */
export const sandboxFaults: FaultWordings = {
  CODE_TOO_LONG: {
    zh: { what: '代码长 {length} 个字符，最多 {most} 个。', remedy: '请精简代码；大的数据表请改为插件的参数。' },
    en: {
      what: 'The code has {length} characters; {most} are allowed.',
      remedy: 'Shorten it; put large tables of figures into the parameters of the plugin.',
    },
  },
  CODE_SYNTAX: {
    zh: {
      what: '代码无法读取：{detail}。',
      remedy: '请改正该行。可用 TypeScript，但不能用 enum、namespace 和参数属性。',
    },
    en: {
      what: 'The code cannot be read: {detail}.',
      remedy: 'Correct this line. TypeScript is fine, but for enums, namespaces and parameter properties.',
    },
  },
  CODE_NO_VALUE: {
    zh: {
      what: '代码没有默认导出带 value 函数的指标。',
      remedy: '请写成 export default defineIndicator({ value: (inputs) => … })。',
    },
    en: {
      what: 'The code has no default export with a function value.',
      remedy: 'Write export default defineIndicator({ value: (inputs) => … }).',
    },
  },
  CODE_IMPORT: {
    zh: {
      what: '代码引入了“{module}”，运行时没有任何模块可用。',
      remedy: '只能引入 @plumbline/plugin-api；其他代码请合并到同一文件。',
    },
    en: {
      what: 'The code imports “{module}”; there are no modules when it runs.',
      remedy: 'Import @plumbline/plugin-api alone, and put everything else into the one file.',
    },
  },
  CODE_RESULT: {
    zh: {
      what: '代码给出的结果是 {type}，不能作为取值。',
      remedy: '请返回有限的数、true、false，或以 null 表示没有取值。',
    },
    en: {
      what: 'The code gave {type}, which is no value.',
      remedy: 'Return a finite number, true, false, or null for no value.',
    },
  },
  CODE_THREW: {
    zh: { what: '代码出错：{error}。', remedy: '请按该行的输入检查代码；没有取值时返回 null。' },
    en: {
      what: 'The code threw {error}.',
      remedy: 'Check it against the inputs of this row; return null for no value.',
    },
  },
  CODE_STACK: {
    zh: { what: '代码的函数调用层数过多。', remedy: '请检查是否有不会结束的递归。' },
    en: { what: 'The code calls functions too deeply.', remedy: 'Look for a recursion that does not end.' },
  },
  CODE_MEMORY: {
    zh: { what: '代码用完了 {most} MB 内存，已停止。', remedy: '请检查是否有不断增长的数组、对象或字符串。' },
    en: {
      what: 'The code used up its {most} MB of memory and was stopped.',
      remedy: 'Look for an array, an object or a text that keeps growing.',
    },
  },
  CODE_TIMEOUT: {
    zh: {
      what: '代码对一个评价对象运行超过 {ms} 毫秒，已停止。',
      remedy: '请检查是否有不会结束的循环或过于复杂的正则表达式。',
    },
    en: {
      what: 'The code ran for more than {ms} ms on one unit and was stopped.',
      remedy: 'Look for a loop that does not end, or a regular expression that backtracks.',
    },
  },
  CODE_INPUT_TOO_LONG: {
    zh: { what: '一个评价对象的输入有 {length} 个字符，最多 {most} 个。', remedy: '请减少该行的输入。' },
    en: {
      what: 'The inputs of one unit have {length} characters; {most} are allowed.',
      remedy: 'Give less in this row.',
    },
  },
  CODE_CRASHED: {
    zh: { what: '代码使沙箱停止工作：{detail}。', remedy: '请检查嵌套过深的数据；其他插件不受影响。' },
    en: {
      what: 'The code brought the sandbox down: {detail}.',
      remedy: 'Look for data nested too deeply; no other plugin is affected.',
    },
  },
}
