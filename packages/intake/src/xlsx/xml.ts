import { fault, FaultError } from '@plumbline/kernel'
import { Parser } from 'saxen'

export interface XmlEvents {
  /** Names come without their namespace prefix, attributes too; values decoded. */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
  /** Asked after each chunk: whether the rest of the document is still wanted. */
  readonly wanted?: () => boolean
}

/**
 * Runs an XML document through `events`, chunk by chunk.
 *
 * @throws FaultError FILE_DAMAGED - not well-formed.
 */
export async function parseXml(chunks: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = new Parser()
  parser.on('error', () => {
    throw new FaultError([fault('FILE_DAMAGED')])
  })
  parser.on('openTag', (name, attributes, decode) => {
    events.open(local(name), (wanted) => {
      const all = attributes()
      const found = all[wanted] ?? Object.entries(all).find(([key]) => local(key) === wanted)?.[1]
      return found === undefined ? undefined : decode(found)
    })
  })
  parser.on('closeTag', (name) => events.close?.(local(name)))
  parser.on('text', (text, decode) => events.text?.(decode(text)))
  parser.on('cdata', (text) => events.text?.(text))
  for await (const chunk of chunks) {
    parser.write(chunk)
    if (events.wanted?.() === false) return
  }
  parser.end()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
