import type { CliMessages, Language } from '@plumbline/i18n'

/** What a command may touch of the world. */
export interface Terminal {
  /** The folder that paths on the command line are relative to. */
  readonly directory: string
  /** The repository's folder with the supplied plugins. */
  readonly plugins: string
  readonly language: Language
  readonly texts: CliMessages
  readonly out: (text: string) => void
  /** The same for much text, at the reader's pace. */
  readonly outAll: (pieces: Iterable<string>) => Promise<void>
  readonly err: (text: string) => void
}
