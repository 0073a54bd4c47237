import type { Language } from '@plumbline/i18n'
import { cellText, type Block, type StandardDocument, type TableBlock } from '../model.ts'

/** One page without scripts, fonts or pictures from elsewhere; prints on A4. */
export function toHtml(document: StandardDocument, language: Language): string {
  const { title, otherTitle, ics, ccs, mark, markNote, madeFrom, contents, foreword, body, end } = document
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    mark === '' ? '' : `<p class="mark" role="note"><strong>${escape(mark)}</strong> ${escape(markNote)}</p>`,
    `<header><p class="codes">ICS ${escape(ics)}<br>CCS ${escape(ccs)}</p><h1>${escape(title)}</h1><p class="other">${escape(otherTitle)}</p><p class="made">${escape(madeFrom)}</p></header>`,
    `<nav aria-label="${escape(contents)}"><h2>${escape(contents)}</h2><ol>${body.flatMap(contentsLine).join('')}</ol></nav>`,
    `<main><h2>${escape(foreword.title)}</h2>${foreword.paragraphs.map(paragraph).join('')}`,
    ...body.map(block),
    `<p class="end">${escape(end)}</p></main>`,
    '</body></html>',
    '',
  ].join('\n')
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const paragraph = (text: string): string => `<p>${lines(text)}</p>`
const lines = (text: string): string => escape(text).replaceAll('\n', '<br>')

const anchor = (text: string): string => `c-${text.replaceAll(/[^\w\u4e00-\u9fff]+/g, '-')}`

function contentsLine(one: Block): readonly string[] {
  if (one.kind === 'heading' && one.level === 1)
    return [`<li><a href="#${anchor(one.number)}">${escape(one.number)}　${escape(one.text)}</a></li>`]
  if (one.kind === 'annex')
    return [
      `<li><a href="#${anchor(one.letter)}">${escape([one.letter, one.status, one.text].filter(Boolean).join(' '))}</a></li>`,
    ]
  return []
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading': {
      const tag = one.level === 1 ? 'h2' : 'h3'
      return `<${tag} id="${anchor(one.number)}">${escape(one.number)}　${escape(one.text)}</${tag}>`
    }
    case 'annex':
      return `<h2 class="annex" id="${anchor(one.letter)}">${escape(one.letter)}<br>${escape(one.status)}<br>${escape(one.text)}</h2>`
    case 'paragraph':
      return paragraph(one.text)
    case 'note':
      return `<p class="note">${lines(one.text)}</p>`
    case 'list': {
      const tag = one.mark === 'letter' ? 'ol type="a"' : 'ul'
      return `<${tag}>${one.items.map((item) => `<li>${lines(item)}</li>`).join('')}</${tag.slice(0, 2)}>`
    }
    case 'term':
      return `<h3 id="${anchor(one.number)}">${escape(one.number)}</h3><p><strong>${escape(one.term)}</strong>　${escape(one.other)}</p><p>${lines(one.definition)}</p>`
    case 'table':
      return tableHtml(one)
  }
}

function tableHtml({ caption, head, rows, widths }: TableBlock): string {
  const columns = widths.map((width) => `<col style="width:${width.toFixed(1)}%">`).join('')
  const top = head.map((text) => `<th scope="col">${escape(text)}</th>`).join('')
  const cells = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td${typeof cell === 'string' ? '' : ` rowspan="${cell.rows}"`}>${lines(cellText(cell))}</td>`).join('')}</tr>`,
  )
  return `<table><caption>${escape(caption)}</caption><colgroup>${columns}</colgroup><thead><tr>${top}</tr></thead><tbody>${cells.join('')}</tbody></table>`
}

const STYLE = `body{font:16px/1.7 "Songti SC","SimSun","Noto Serif CJK SC",serif;max-width:60rem;margin:0 auto;padding:1.5rem;color:#1b1f24}
h1,h2,h3,caption{font-family:"Heiti SC","SimHei","Noto Sans CJK SC",sans-serif;font-weight:600}
header{text-align:center;border-bottom:2px solid #1b1f24;margin-bottom:2rem;padding-bottom:2rem}header .codes{text-align:left;font-size:.9rem}
h1{font-size:1.7rem;margin:3rem 0 .5rem}.other{font-size:1.05rem}.made{font-size:.85rem;color:#57606a}
h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem}h2.annex{text-align:center;break-before:page;margin-top:3rem}
nav ol{list-style:none;padding:0}nav a{color:inherit}
.mark{border:2px solid #b42318;color:#8a1c12;padding:.5rem 1rem;background:#fff5f4}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.85rem}caption{text-align:center;padding:.4rem}
th,td{border:1px solid #57606a;padding:.25rem .45rem;vertical-align:top;text-align:left}th{background:#eef1f4}
.end{text-align:center;margin-top:3rem}@page{size:A4;margin:22mm}@media print{body{padding:0}tr{break-inside:avoid}}`
