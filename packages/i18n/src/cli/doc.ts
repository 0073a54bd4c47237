import { pair } from '../ui/messages.ts'

/** Texts of `plumbline doc`. */
export const docTexts = pair(
  {
    usage: 'plumbline doc <插件>',
    summary: '由标准清单生成标准文本：DOCX 和 HTML，中英文，按 GB/T 1.1 的结构编排，标明示例',
    options: { out: { value: '<文件夹>', text: '写入的文件夹，默认为 编码-版本-doc；同名文件会更新' } },
    written: '已写入 {{folder}}：{{files}}。',
  },
  {
    usage: 'plumbline doc <plugin>',
    summary:
      'make the document of a standard: DOCX and HTML in both languages, structured by GB/T 1.1, marked as example',
    options: {
      out: { value: '<folder>', text: 'where to write; <id>-<version>-doc by default; files of that name are renewed' },
    },
    written: 'Written to {{folder}}: {{files}}.',
  },
)
