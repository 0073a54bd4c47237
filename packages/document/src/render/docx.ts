/** The document as DOCX, set as GB/T 1.1 sets it: Song for text, Hei for heads, size 5 (10.5 pt), A4. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { cellText, type Block, type StandardDocument, type TableBlock } from '../model.ts'

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun', cs: 'Times New Roman' }
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei', cs: 'Arial' }
/** Half points: size 5 is 10.5 pt. */
const TEXT = 21
const SMALL = 18
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1417, right: 1134, bottom: 1134, left: 1417 }
const TABLE_WIDTH = PAGE.width - MARGIN.left - MARGIN.right

/** @returns The file. */
export async function toDocx(document: StandardDocument): Promise<Uint8Array> {
  const { title, madeFrom, mark, foreword, body, end } = document
  const file = new Document({
    title,
    creator: 'Plumbline',
    description: madeFrom,
    features: { updateFields: true },
    styles: {
      default: {
        document: {
          run: { font: SONG, size: TEXT },
          paragraph: { spacing: { line: 320, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { font: HEI, size: TEXT, color: '000000' },
          paragraph: { spacing: { before: 240, after: 240 } },
        },
        heading2: {
          run: { font: HEI, size: TEXT, color: '000000' },
          paragraph: { spacing: { before: 120, after: 120 } },
        },
      },
    },
    sections: [
      { ...page(document, false), children: cover(document) },
      {
        ...page(document, true),
        children: [
          centred(document.contents, { page: true }),
          new TableOfContents(document.contents, { hyperlink: true, headingStyleRange: '1-2' }),
          centred(foreword.title, { page: true }),
          ...foreword.paragraphs.map((text) => text_(text)),
          centred(title, { page: true, size: 32 }),
          ...(mark === '' ? [] : [markLine(document)]),
          ...body.flatMap(paragraphs),
          centred(end, { size: TEXT }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function page({ mark, title }: StandardDocument, numbered: boolean): Omit<ISectionOptions, 'children'> {
  const head = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      run(mark === '' ? title : `${mark}  ${title}`, { size: SMALL, ...(mark === '' ? {} : { color: 'B42318' }) }),
    ],
  })
  const foot = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL })],
  })
  return {
    properties: { page: { size: PAGE, margin: MARGIN } },
    headers: { default: new Header({ children: numbered ? [head] : [] }) },
    footers: { default: new Footer({ children: numbered ? [foot] : [] }) },
  }
}

interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly hei?: boolean
}

const run = (value: string, { size = TEXT, bold = false, color, hei = false }: Look = {}): TextRun =>
  new TextRun({ text: value, size, bold, font: hei ? HEI : SONG, ...(color === undefined ? {} : { color }) })

/** Text of a clause: two characters in. */
const text_ = (value: string): Paragraph => new Paragraph({ indent: { firstLine: TEXT * 20 }, children: broken(value) })

const broken = (value: string, look: Look = {}): TextRun[] =>
  value
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, size: look.size ?? TEXT, font: SONG, ...(index === 0 ? {} : { break: 1 }) }),
    )

const centred = (
  value: string,
  { page: fresh = false, size = 32 }: { readonly page?: boolean; readonly size?: number },
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: fresh,
    spacing: { before: 240, after: 360 },
    children: [run(value, { size, hei: true })],
  })

const markLine = ({ mark, markNote }: StandardDocument): Paragraph =>
  new Paragraph({
    border: { top: RED, bottom: RED, left: RED, right: RED },
    spacing: { after: 240 },
    children: [run(`${mark}  `, { bold: true, color: 'B42318' }), run(markNote, { color: 'B42318' })],
  })
const RED = { style: BorderStyle.SINGLE, size: 8, color: 'B42318', space: 4 }

/** No mark of a national standard and no number: a title, its codes, and what it is. */
function cover(document: StandardDocument): Paragraph[] {
  const { ics, ccs, title, otherTitle, mark, madeFrom } = document
  return [
    new Paragraph({ children: [run(`ICS ${ics}`, { hei: true })] }),
    new Paragraph({ children: [run(`CCS ${ccs}`, { hei: true })], spacing: { after: 3000 } }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 400, line: 360, lineRule: LineRuleType.AUTO },
      children: [run(title, { size: 52, hei: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 1200 },
      children: [run(otherTitle, { size: 28 })],
    }),
    ...(mark === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 600 },
            children: [run(mark, { size: 44, hei: true, color: 'B42318' })],
          }),
          markLine(document),
        ]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 3000 },
      children: [run(madeFrom, { size: SMALL })],
    }),
    new Paragraph({ children: [new PageBreak()] }),
  ].slice(0, -1)
}

function paragraphs(one: Block): (Paragraph | Table)[] {
  switch (one.kind) {
    case 'heading': {
      const heading = one.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, keepNext: true, children: [run(`${one.number}　${one.text}`, { hei: true })] })]
    }
    case 'annex':
      return annexHead(one)
    case 'paragraph':
      return [text_(one.text)]
    case 'note':
      return [new Paragraph({ indent: { left: 420 }, children: [run(one.text, { size: SMALL })] })]
    case 'list':
      return one.items.map((item, index) => {
        const mark = one.mark === 'letter' ? `${String.fromCharCode(97 + (index % 26))}) ` : '——'
        return new Paragraph({ indent: { left: 840, hanging: 420 }, children: [run(mark), ...broken(item)] })
      })
    case 'term':
      return [
        new Paragraph({ spacing: { before: 120 }, keepNext: true, children: [run(one.number, { hei: true })] }),
        new Paragraph({
          indent: { left: 420 },
          keepNext: true,
          children: [run(one.term, { hei: true }), run(`　${one.other}`, { bold: true })],
        }),
        text_(one.definition),
      ]
    case 'table':
      return tableOf(one)
  }
}

function annexHead({ letter, status, text }: Extract<Block, { kind: 'annex' }>): Paragraph[] {
  const lines = [status, text].filter((line) => line !== '')
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      pageBreakBefore: true,
      children: [
        run(letter, { hei: true }),
        ...lines.map((line) => new TextRun({ text: line, break: 1, font: HEI, size: TEXT })),
      ],
    }),
  ]
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE }

function tableOf({ caption, head, rows, widths }: TableBlock): (Paragraph | Table)[] {
  const columns = widths.map((share) => Math.round((TABLE_WIDTH * share) / 100))
  const cell = (
    value: string,
    column: number,
    more: { readonly head?: boolean; readonly merge?: 'restart' | 'continue' } = {},
  ): TableCell =>
    new TableCell({
      borders: BORDERS,
      width: { size: columns[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(more.head ? { shading: { type: ShadingType.CLEAR, fill: 'EEF1F4' } } : {}),
      ...(more.merge
        ? { verticalMerge: more.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
        : {}),
      children: [
        new Paragraph({
          spacing: { line: 260 },
          children: more.head ? [run(value, { size: SMALL, hei: true })] : broken(value, { size: SMALL }),
        }),
      ],
    })
  const top = new TableRow({
    tableHeader: true,
    children: head.map((value, column) => cell(value, column, { head: true })),
  })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 240, after: 120 },
      children: [run(caption, { hei: true })],
    }),
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: columns,
      rows: [
        top,
        ...mergedRows(rows, head.length).map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: row.map(([value, merge], column) => cell(value, column, merge === null ? {} : { merge })),
            }),
        ),
      ],
    }),
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ]
}

type Merged = readonly [value: string, merge: 'restart' | 'continue' | null]

/** Every row with all of its columns: a cell that covers rows goes on below itself. */
function mergedRows(rows: TableBlock['rows'], columns: number): readonly (readonly Merged[])[] {
  const left = Array.from({ length: columns }, () => 0)
  return rows.map((row) => {
    const cells = [...row]
    return left.map((open, column): Merged => {
      if (open > 0) {
        left[column] = open - 1
        return ['', 'continue']
      }
      const next = cells.shift() ?? ''
      if (typeof next === 'string' || next.rows === 1) return [cellText(next), null]
      left[column] = next.rows - 1
      return [next.text, 'restart']
    })
  })
}
