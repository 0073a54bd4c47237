import { sha256 } from '@plumbline/digest'
import { normaliseText, type PluginBundle } from '@plumbline/plugin-host'

/** `sha256:` and the hex digest of the golden cases that travel with a version, line ends normalised; null without any. */
export const casesDigestOf = ({ cases }: PluginBundle): string | null =>
  cases === undefined ? null : `sha256:${sha256(normaliseText(cases))}`
