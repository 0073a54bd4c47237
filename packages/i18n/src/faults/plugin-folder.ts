import type { FaultWordings } from './wording.ts'

/** Faults of plugin folders: what lies in them, which versions they hold. */
export const pluginFolderFaults: FaultWordings = {
  PLUGIN_FOLDER: {
    zh: { what: '插件文件夹不存在或无法读取。', remedy: '请检查路径和读取权限。' },
    en: {
      what: 'The plugin folder does not exist or cannot be read.',
      remedy: 'Check the path and the permission to read it.',
    },
  },
  PLUGIN_NO_MANIFEST: {
    zh: { what: '文件夹中没有 plugin.yaml。', remedy: '请指向含有 plugin.yaml 的插件文件夹。' },
    en: { what: 'The folder has no plugin.yaml.', remedy: 'Point to a plugin folder, which has one.' },
  },
  PLUGIN_MANIFEST_EMPTY: {
    zh: { what: '文件是空的，或只有注释。', remedy: '请恢复原来的内容；新写标准可用 plumbline new 生成起点。' },
    en: {
      what: 'The file is empty, or holds comments alone.',
      remedy: 'Restore its content; plumbline new makes the start of a new standard.',
    },
  },
  PLUGIN_TOO_MANY_FILES: {
    zh: { what: '插件文件夹有 {actual} 个文件，超过上限 {most} 个。', remedy: '请移走不属于标准内容的文件。' },
    en: {
      what: 'The plugin folder has {actual} files; at most {most} are read.',
      remedy: 'Move files that are not part of the standard elsewhere.',
    },
  },
  PLUGIN_FILE_TOO_LARGE: {
    zh: {
      what: '文件有 {actual} 字节，超过上限 {most} 字节。',
      remedy: '请删去不属于标准内容的部分，或把文件移出插件文件夹。',
    },
    en: {
      what: 'The file has {actual} bytes; at most {most} are read.',
      remedy: 'Remove what is not part of the standard, or move the file out of the plugin folder.',
    },
  },
  PLUGIN_FILE_LINK: {
    zh: { what: '这是一个符号链接，插件内容不能经链接取自别处。', remedy: '请换成文件本身。' },
    en: {
      what: 'This is a symbolic link; a plugin’s content may not come from elsewhere.',
      remedy: 'Put the file itself here.',
    },
  },
  PLUGIN_FILE_NOT_TEXT: {
    zh: { what: '文件不是 UTF-8 文本。', remedy: '请以 UTF-8 编码另存；图片等二进制文件请移出插件文件夹。' },
    en: {
      what: 'The file is not UTF-8 text.',
      remedy: 'Save it as UTF-8; move pictures and other binary files out of the plugin folder.',
    },
  },
  PLUGIN_BROKEN: {
    zh: {
      what: '读取插件时出现意外错误：{detail}',
      remedy: '其他插件不受影响。请把这条信息连同插件一并反馈给维护人员。',
    },
    en: {
      what: 'Reading the plugin failed unexpectedly: {detail}',
      remedy: 'Other plugins are not affected. Report this message together with the plugin.',
    },
  },
  PLUGIN_VERSION_TWICE: {
    zh: { what: '这一插件的 {version} 版已从另一个文件夹载入。', remedy: '请删去其中一个，或给这一份换一个版本号。' },
    en: {
      what: 'Version {version} of this plugin has already been loaded from another folder.',
      remedy: 'Remove one of the two, or give this one another version.',
    },
  },
  PLUGIN_VERSION_PUBLISHED: {
    zh: {
      what: '这一插件的 {version} 版已发布，内容与这一份不同。',
      remedy: '已发布的版本不再改变。请给这一份换一个版本号。',
    },
    en: {
      what: 'Version {version} of this plugin was published with other content.',
      remedy: 'A published version does not change. Give this one another version.',
    },
  },
}
