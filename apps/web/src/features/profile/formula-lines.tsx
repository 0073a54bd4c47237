import { uiMessages } from '@plumbline/i18n'
import { score } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { FormulaStep } from './formula-step.ts'

/** The lines of a derivation: sum, equals, result; what is to be said of it after. */
export function FormulaLines({ steps, digits }: { readonly steps: readonly FormulaStep[]; readonly digits: number }) {
  const { language } = useWords()
  return steps.map((step, index) => (
    <p key={index} className="formula">
      {step.expression ? (
        <>
          <span className="expression">{step.expression}</span>
          {step.result === undefined || step.result === null ? null : (
            <>
              {' = '}
              <strong className="figure">{score(step.result, digits)}</strong>
            </>
          )}
        </>
      ) : null}
      {step.note ? (
        <span className="formula-note">{filled(uiMessages[language].formula[step.note.key], step.note.values)}</span>
      ) : null}
    </p>
  ))
}

/** A note's key and values come together as data, so they are joined here and not by the typed translator. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
