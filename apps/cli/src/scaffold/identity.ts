/** Who a new standard is: asked for where a person sits at the terminal, else from the options. */
import { createInterface } from 'node:readline/promises'
import { fillText } from '@plumbline/i18n'
import type { Call } from '../command.ts'
import { UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'
import type { Identity } from './template.ts'

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/**
 * @param fallback - From what the id is made where none is given.
 * @throws UsageError - the id is not one.
 */
export async function identityOf(call: Call, fallback: string, { texts }: Terminal): Promise<Identity> {
  const asked =
    process.stdin.isTTY && process.stdout.isTTY && !call.json ? await ask(call, fallback, texts.new.ask) : {}
  const said = (option: string): string | null => call.text(option) ?? asked[option] ?? null
  const id = said('id') ?? kebab(fallback)
  if (!ID.test(id)) throw new UsageError(fillText(texts.new.idWrong, { id }))
  const zh = said('title') ?? id
  return { id, zh, en: said('title-en') ?? said('title') ?? id, publisher: said('publisher') ?? 'example-publisher' }
}

const kebab = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')

/** Asks for what the options leave open; an empty answer takes what stands in brackets. */
async function ask(
  call: Call,
  fallback: string,
  questions: Readonly<Record<'id' | 'title' | 'titleEn' | 'publisher', string>>,
): Promise<Readonly<Record<string, string>>> {
  const reader = createInterface({ input: process.stdin, output: process.stdout })
  const answers: Record<string, string> = {}
  try {
    for (const [option, question] of [
      ['id', questions.id],
      ['title', questions.title],
      ['title-en', questions.titleEn],
      ['publisher', questions.publisher],
    ] as const) {
      if (call.text(option) !== null) continue
      const offered =
        option === 'id'
          ? kebab(fallback)
          : option === 'publisher'
            ? 'example-publisher'
            : (answers['title'] ?? answers['id'] ?? '')
      const answer = (await reader.question(`${question} [${offered}] `)).trim()
      answers[option] = answer === '' ? offered : answer
    }
  } finally {
    reader.close()
  }
  return answers
}
