import { compile } from '@plumbline/kernel'
import type { Manifest } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import { allUses, programsOf } from '../load.ts'
import { catalogueOf } from '../resolve/catalogue.ts'
import { frameworkOf } from '../resolve/framework.ts'
import { resolveUses } from '../resolve/uses.ts'
import type { Candidate, Content } from './candidate.ts'
import { contentCandidate } from './content-candidate.ts'
import { withLazyPlan } from './lazy-plan.ts'

interface Form {
  /** What the form says the manifest is. */
  readonly manifest: Manifest
  readonly digest: string
  /** Told once, with the first version that was loaded and checked in full. */
  readonly keep: (plugin: LoadedPlugin) => void
}

/**
 * Content that is loaded from its form, quickly, and checked in full before anything is scored by it: by `accept`, once
 * somebody has run `checkForms` over it, or else by the first use of the plan, which comes from the manifest itself then.
 */
export function formCandidate(content: Content, { manifest, digest, keep }: Form): Candidate {
  const { directory, name, bundle, standing } = content
  const { id, version, uses: ranges } = manifest
  let checked = false
  let loaded: LoadedPlugin | null = null

  const accept = (): void => {
    if (checked) return
    checked = true
    if (loaded) keep(loaded)
  }

  const load: Candidate['load'] = (available, broken) => {
    const whole = (): LoadedPlugin => {
      const plugin = contentCandidate(content).load(available, broken)
      loaded ??= plugin
      accept()
      return plugin
    }
    const quick = quickly(() => {
      const { plugins, problems } = resolveUses(manifest, available, broken)
      if (problems.length > 0) return null
      const framework = frameworkOf(manifest, plugins)
      const ref = { id, version, digest }
      const catalogue = catalogueOf(manifest, { ref, framework, uses: plugins })
      const parts = { ref, uses: allUses(plugins), catalogue, programs: programsOf(id, bundle, plugins), bundle }
      return withLazyPlan(parts, () => (checked ? compile(framework) : whole().plan))
    })
    if (!quick) return whole()
    loaded = quick
    return quick
  }

  const place = { file: name }
  const form = { bundle, isChecked: () => checked, accept }
  return {
    directory,
    id,
    version,
    digest,
    uses: Object.keys(ranges),
    place,
    usePlace: () => place,
    standing,
    form,
    load,
  }
}

/** null where a form is no manifest at all: the full check says then what is wrong, with its line. */
function quickly(work: () => LoadedPlugin | null): LoadedPlugin | null {
  try {
    return work()
  } catch {
    return null
  }
}
