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
  CODE_NOT_RUN: {
    zh: { what: '{id} 由代码 {file} 计算，而代码没有运行。', remedy: '请用能够运行代码的命令或服务计分。' },
    en: {
      what: '{id} is worked out by the code {file}, which was not run.',
      remedy: 'Score with a command or server that runs code.',
    },
  },
  CODE_AND_VALUE: {
    zh: { what: '{id} 同时有公式和代码。', remedy: '请只保留一个。' },
    en: { what: '{id} has a formula and code.', remedy: 'Keep one of them.' },
  },
  CODE_INPUT_UNKNOWN: {
    zh: { what: '代码的输入 {name} 没有定义。', remedy: '请在 inputs 中定义它。' },
    en: { what: 'The input {name} of the code is not defined.', remedy: 'Define it among the inputs.' },
  },
  MANIFEST_CODE_PATH: {
    zh: { what: '代码的路径不能使用。', remedy: '请给出插件内以 .ts 或 .js 结尾的相对路径，如 code/share.ts。' },
    en: {
      what: 'The path of the code cannot be used.',
      remedy: 'Give a path within the plugin that ends in .ts or .js, such as code/share.ts.',
    },
  },
  PLUGIN_CODE_FILE: {
    zh: { what: '插件里没有文件 {path}。', remedy: '请放入该文件，或改正路径。' },
    en: { what: 'The plugin has no file {path}.', remedy: 'Add the file, or correct the path.' },
  },
  PLUGIN_CODE_AND_VALUE: {
    zh: { what: '指标同时有公式（value）和代码（code）。', remedy: '请只保留一个。' },
    en: { what: 'The indicator has a value and code.', remedy: 'Keep one of them.' },
  },
  PLUGIN_CODE_WITHOUT_INPUTS: {
    zh: { what: '指标有代码（code），却没有数据项（inputs）。', remedy: '请列出代码要读取的数据项。' },
    en: { what: 'The indicator has code and no inputs.', remedy: 'List the inputs that the code reads.' },
  },
  PLUGIN_CODE_FOR_EXPERT: {
    zh: { what: '专家评分型指标不能用代码算出。', remedy: '请删去 code，或改用其他类型。' },
    en: {
      what: 'A panel’s rating cannot be worked out by code.',
      remedy: 'Remove the code, or change the type.',
    },
  },
}
