import type { FaultWordings } from './wording.ts'

/** Faults that only the command line meets. */
export const cliFaults: FaultWordings = {
  PLUGIN_NOT_FOUND: {
    zh: {
      what: '没有找到插件“{argument}”。',
      remedy: '请给出插件文件夹、plugin.yaml 的路径，或 plugins 目录下的插件编码。',
    },
    en: {
      what: 'There is no plugin “{argument}”.',
      remedy: 'Name a plugin folder, its plugin.yaml, or the id of a plugin under plugins.',
    },
  },
  VERSION_NOT_FOUND: {
    zh: {
      what: '没有找到“{id}”的 {version} 版。现有版本：{versions}。',
      remedy: '请给出现有的版本，或插件文件夹、.plb 文件的路径。',
    },
    en: {
      what: 'There is no version {version} of “{id}”. Versions found: {versions}.',
      remedy: 'Name one of these, a plugin folder, or a .plb file.',
    },
  },
  CLI_OUT_EXISTS: {
    zh: { what: '文件 {out} 已存在，没有覆盖。', remedy: '请换一个名称，或先移走它。' },
    en: {
      what: 'The file {out} is there already and was not overwritten.',
      remedy: 'Choose another name, or move it away.',
    },
  },
  CLI_OUT_NOT_WRITTEN: {
    zh: { what: '不能写入 {out}（{detail}）。', remedy: '请换一个可写的位置，或先建好文件夹。' },
    en: {
      what: '{out} cannot be written ({detail}).',
      remedy: 'Choose a place that can be written, or create the folder first.',
    },
  },
  CLI_FOLDER_NOT_EMPTY: {
    zh: { what: '文件夹 {folder} 里已有 {count} 个文件。', remedy: '请换一个新文件夹；已有的文件不会被覆盖。' },
    en: {
      what: 'The folder {folder} already has {count} files.',
      remedy: 'Choose a new folder; what is there is never overwritten.',
    },
  },
  CLI_FILE_EXISTS: {
    zh: { what: '文件 {file} 已存在。', remedy: '请换一个文件名，或加 --force 覆盖。' },
    en: { what: 'The file {file} exists.', remedy: 'Choose another name, or replace it with --force.' },
  },
  CLI_DOCUMENT_SYNTAX: {
    zh: { what: '文件不是正确的 YAML 或 JSON：{detail}', remedy: '请按所示行列改正。' },
    en: { what: 'The file is not valid YAML or JSON: {detail}', remedy: 'Correct it at the line and column given.' },
  },
  CLI_DOCUMENT_FORM: {
    zh: { what: '“{place}”处的内容不合要求：{detail}', remedy: '请对照命令说明改正。' },
    en: {
      what: 'What stands at “{place}” is not of the form: {detail}',
      remedy: 'See the documentation of the command.',
    },
  },
  CLI_JUDGEMENTS_MISSING: {
    zh: { what: '层次分析法没有判断矩阵。', remedy: '请给出 judgements（一个矩阵）或 experts（多位专家各一个矩阵）。' },
    en: { what: 'AHP has no matrix of judgements.', remedy: 'Give judgements (one matrix) or experts (one for each).' },
  },
  CLI_ITEM_UNKNOWN: {
    zh: { what: '“{id}”不在所列项目中。', remedy: '是否应为：{nearest}。' },
    en: { what: '“{id}” is not among the items.', remedy: 'Did you mean: {nearest}?' },
  },
  CLI_ITEMS_DIFFER: {
    zh: { what: '列了 {items} 个项目，判断却涉及 {judged} 个。', remedy: '请让项目与判断一一对应。' },
    en: { what: '{items} items are listed, but {judged} are judged.', remedy: 'Give one of each.' },
  },
  CLI_PORT_TAKEN: {
    zh: { what: '端口 {port} 已被占用。', remedy: '请用 --port 换一个端口，或结束占用它的程序。' },
    en: { what: 'Port {port} is in use.', remedy: 'Choose another with --port, or end the program that uses it.' },
  },
  CLI_PAGE_NOT_BUILT: {
    zh: {
      what: '页面没有构建成功（退出码 {status}）。',
      remedy: '请在仓库根目录运行 npx --yes pnpm@12 install，再试一次。',
    },
    en: {
      what: 'The page could not be built (exit code {status}).',
      remedy: 'Run npx --yes pnpm@12 install in the repository root and try again.',
    },
  },
  CLI_SERVER_NOT_RUNNING: {
    zh: {
      what: '{server} 没有服务应答。',
      remedy: '请在仓库根目录运行 npx --yes pnpm@12 start，看到地址后再导入；服务在别处时用 --server 指明。',
    },
    en: {
      what: 'No server answers at {server}.',
      remedy:
        'Run npx --yes pnpm@12 start in the repository root and import again once it says where it is; name another place with --server.',
    },
  },
  CLI_SERVER_ANSWER: {
    zh: { what: '{server} 有应答，但不是准绳服务（{detail}）。', remedy: '请检查 --server 的地址和端口。' },
    en: {
      what: '{server} answers, but not as a Plumbline server ({detail}).',
      remedy: 'Check the address and port of --server.',
    },
  },
}
