import type { FaultWordings } from './wording.ts'

/** Faults of packed plugins: the archive, its entries, what it says about itself. */
export const bundlesFaults: FaultWordings = {
  BUNDLE_FILE: {
    zh: { what: '文件不存在或无法读取。', remedy: '请检查路径和读取权限。' },
    en: { what: 'The file does not exist or cannot be read.', remedy: 'Check the path and the permission to read it.' },
  },
  BUNDLE_TOO_LARGE: {
    zh: {
      what: '插件包有 {actual} 字节，超过上限 {most} 字节。',
      remedy: '没有读取其中内容。请只打包标准本身的文本。',
    },
    en: {
      what: 'The packed plugin has {actual} bytes; at most {most} are read.',
      remedy: 'Nothing of it was read. Pack only the texts of the standard itself.',
    },
  },
  BUNDLE_NOT_ARCHIVE: {
    zh: { what: '这不是插件包，或者文件不完整。', remedy: '请用 plumbline pack 重新打包，或重新传送文件。' },
    en: {
      what: 'This is not a packed plugin, or the file is incomplete.',
      remedy: 'Pack it again with plumbline pack, or transfer the file again.',
    },
  },
  BUNDLE_TOO_MANY_ENTRIES: {
    zh: { what: '插件包有 {actual} 个条目，超过上限 {most} 个。', remedy: '请移走不属于标准内容的文件后重新打包。' },
    en: {
      what: 'The packed plugin has {actual} entries; at most {most} are read.',
      remedy: 'Move files that are not part of the standard elsewhere and pack it again.',
    },
  },
  BUNDLE_ENTRY_PATH: {
    zh: {
      what: '条目的路径不可用：绝对路径、指向包外的路径或系统保留的名称。',
      remedy: '插件包不予载入。请从可信来源重新获取，或用 plumbline pack 重新打包。',
    },
    en: {
      what: 'The entry’s path cannot be used: it is absolute, leads out of the archive, or has a reserved name.',
      remedy: 'The packed plugin is not loaded. Get it again from a source you trust, or pack it with plumbline pack.',
    },
  },
  BUNDLE_ENTRY_LINK: {
    zh: {
      what: '条目不是普通文件（链接、文件夹或设备）。',
      remedy: '插件包不予载入。请用 plumbline pack 重新打包。',
    },
    en: {
      what: 'The entry is not a plain file (a link, a folder or a device).',
      remedy: 'The packed plugin is not loaded. Pack it with plumbline pack.',
    },
  },
  BUNDLE_ENTRY_TWICE: {
    zh: { what: '同一路径出现了两次（不分大小写）。', remedy: '请用 plumbline pack 重新打包。' },
    en: { what: 'The same path occurs twice (letter case aside).', remedy: 'Pack it again with plumbline pack.' },
  },
  BUNDLE_ENTRY_ENCRYPTED: {
    zh: { what: '条目已加密。', remedy: '请不设密码重新打包。' },
    en: { what: 'The entry is encrypted.', remedy: 'Pack it without a password.' },
  },
  BUNDLE_ENTRY_METHOD: {
    zh: { what: '条目用了不支持的压缩方法（{method}）。', remedy: '请用 plumbline pack 重新打包。' },
    en: {
      what: 'The entry uses a compression method that is not supported ({method}).',
      remedy: 'Pack it again with plumbline pack.',
    },
  },
  BUNDLE_ENTRY_TOO_LARGE: {
    zh: {
      what: '条目解压后有 {actual} 字节，超过上限 {most} 字节。',
      remedy: '没有解压。请删去不属于标准内容的部分。',
    },
    en: {
      what: 'The entry unpacks to {actual} bytes; at most {most} are read.',
      remedy: 'It was not unpacked. Remove what is not part of the standard.',
    },
  },
  BUNDLE_ENTRY_RATIO: {
    zh: {
      what: '条目声明可解压到原来的 {ratio} 倍，超过上限 {most} 倍。',
      remedy: '没有解压：这样的文件多半是压缩炸弹。请从可信来源重新获取。',
    },
    en: {
      what: 'The entry says that it unpacks to {ratio} times its size; at most {most} times is read.',
      remedy: 'It was not unpacked: such a file is most likely a zip bomb. Get it again from a source you trust.',
    },
  },
  BUNDLE_UNPACKS_TOO_LARGE: {
    zh: {
      what: '全部条目解压后共 {actual} 字节，超过上限 {most} 字节。',
      remedy: '没有解压。请只打包标准本身的文本。',
    },
    en: {
      what: 'All entries together unpack to {actual} bytes; at most {most} are read.',
      remedy: 'Nothing was unpacked. Pack only the texts of the standard itself.',
    },
  },
  BUNDLE_SIZE_LIES: {
    zh: {
      what: '条目声明解压后有 {declared} 字节，实际不是这个大小。',
      remedy: '解压已停在声明的大小。请从可信来源重新获取。',
    },
    en: {
      what: 'The entry says that it unpacks to {declared} bytes, and does not.',
      remedy: 'Unpacking stopped at the size it named. Get the file again from a source you trust.',
    },
  },
  BUNDLE_CHECKSUM: {
    zh: { what: '条目的校验和不符，内容已损坏或被改动。', remedy: '请重新传送文件，或从可信来源重新获取。' },
    en: {
      what: 'The entry’s checksum does not fit: its content was damaged or changed.',
      remedy: 'Transfer the file again, or get it again from a source you trust.',
    },
  },
  BUNDLE_ENTRY_NOT_TEXT: {
    zh: { what: '条目不是 UTF-8 文本。', remedy: '插件只含文本。请移走其他文件后重新打包。' },
    en: {
      what: 'The entry is not UTF-8 text.',
      remedy: 'A plugin is text alone. Move other files elsewhere and pack it again.',
    },
  },
  BUNDLE_ENTRY_STRAY: {
    zh: { what: '条目不在插件包的规定位置。', remedy: '请用 plumbline pack 重新打包。' },
    en: { what: 'The entry has no place in a packed plugin.', remedy: 'Pack it again with plumbline pack.' },
  },
  BUNDLE_HEADER: {
    zh: { what: '插件包缺少可读的头部 plumbline.json。', remedy: '请用 plumbline pack 重新打包。' },
    en: {
      what: 'The packed plugin has no header plumbline.json that can be read.',
      remedy: 'Pack it again with plumbline pack.',
    },
  },
  BUNDLE_FORMAT: {
    zh: { what: '插件包的格式版本是 {format}，本程序只认识 {known}。', remedy: '请更新本程序，或用旧版工具重新打包。' },
    en: {
      what: 'The packed plugin has format {format}; this program knows {known}.',
      remedy: 'Update this program, or pack it with an older one.',
    },
  },
  BUNDLE_FORM_DIFFERS: {
    zh: {
      what: '插件包中的 manifest.json 与 plugin.yaml 此处所写不一致。',
      remedy: '插件包不予载入。请从发布者处重新获取，或用 plumbline pack 重新打包。',
    },
    en: {
      what: 'The packed plugin’s manifest.json does not say what plugin.yaml says here.',
      remedy: 'It is not loaded. Get it again from its publisher, or pack it again with plumbline pack.',
    },
  },
  BUNDLE_SIGNATURES: {
    zh: { what: '插件包中的 signatures.json 不可读。', remedy: '请重新签名，或从可信来源重新获取。' },
    en: {
      what: 'The packed plugin’s signatures.json cannot be read.',
      remedy: 'Sign it again, or get it again from a source you trust.',
    },
  },
  BUNDLE_TAMPERED: {
    zh: {
      what: '插件包的内容与头部声明的摘要不符：声明 {declared}，实际 {actual}。',
      remedy: '内容在打包之后被改动。不予载入；请从发布者处重新获取。',
    },
    en: {
      what: 'The content is not what the header’s digest was made of: it says {declared}, the content has {actual}.',
      remedy: 'It was changed after packing. It is not loaded; get it again from its publisher.',
    },
  },
  BUNDLE_IDENTITY: {
    zh: {
      what: '插件包头部写的是 {declared}，其中的 plugin.yaml 却是 {actual}。',
      remedy: '请用 plumbline pack 重新打包。',
    },
    en: {
      what: 'The header says {declared}; the plugin.yaml inside says {actual}.',
      remedy: 'Pack it again with plumbline pack.',
    },
  },
}
