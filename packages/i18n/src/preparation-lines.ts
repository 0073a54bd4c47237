import type { TraceDonor, TracePreparation, TraceScreened } from '@plumbline/kernel'
import { fillText } from './fill.ts'
import type { Language } from './language.ts'
import { uiMessages } from './ui/index.ts'

/** Donors that are named one by one; of more there is the number. */
const NAMED = 4

/** What the lines about preparation need of a language. */
export interface PreparationWords {
  readonly language: Language
  /** Name of an indicator or fact by id. */
  readonly name: (id: string) => string
  readonly plain: (value: number) => string
}

/**
 * What was done to a cell, a sentence a step, in the order in which it was done; none where nothing was.
 *
 * @example preparationLines(preparation, { language: 'en', name, plain }) // ['imputed: mean of the sample, 12.5']
 */
export function preparationLines(preparation: TracePreparation, words: PreparationWords): readonly string[] {
  const { preparation: text } = uiMessages[words.language]
  const { screened, denominated, imputed, treated } = preparation
  return [
    ...(screened ? [screenedLine(screened, words.language)] : []),
    ...(denominated ? [denominatedLine(denominated, words)] : []),
    ...(imputed ? [imputedLine(imputed, words)] : []),
    ...(treated
      ? [
          fillText(treated.held ? text.treatedHeld : text.treated, {
            how: treated.transforms
              .map(({ kind }) => text.how[kind])
              .join(uiMessages[words.language].common.listSeparator),
            before: words.plain(treated.before),
            after: words.plain(treated.after),
          }),
        ]
      : []),
  ]
}

/** Why a unit was screened out, in a sentence. */
export function screenedUnitLine({ reasons, available, nonZero }: TraceScreened, language: Language): string {
  const { unit } = uiMessages[language].preparation
  return fillText(unit[reasons[0] ?? 'forced'], { available: share(available), nonZero: share(nonZero ?? 0) })
}

function screenedLine({ reasons, available, nonZero }: TraceScreened, language: Language): string {
  const { screened, screenedZeros, screenedForced } = uiMessages[language].preparation
  const template = { availability: screened, zeros: screenedZeros, forced: screenedForced }[reasons[0] ?? 'forced']
  return fillText(template, { available: share(available), nonZero: share(nonZero ?? 0) })
}

function denominatedLine(
  { by, per, before, denominator, after }: NonNullable<TracePreparation['denominated']>,
  { language, name, plain }: PreparationWords,
): string {
  const { preparation: text } = uiMessages[language]
  return fillText(per === 1 ? text.denominated : text.denominatedPer, {
    by: name(by),
    per: plain(per),
    before: plain(before),
    denominator: plain(denominator),
    after: plain(after),
  })
}

function imputedLine(
  { method, value, donors }: NonNullable<TracePreparation['imputed']>,
  words: PreparationWords,
): string {
  const { preparation: text } = uiMessages[words.language]
  const places = { method: text.method[method], value: words.plain(value) }
  if (!donors || donors.length === 0) return fillText(text.imputed, places)
  return fillText(text.imputedFrom, { ...places, donors: donorList(donors, words) })
}

function donorList(donors: readonly TraceDonor[], { language, name }: PreparationWords): string {
  const { common, preparation } = uiMessages[language]
  const list = donors
    .slice(0, NAMED)
    .map((donor) => ('indicator' in donor ? name(donor.indicator) : `${donor.unit} (${donor.period})`))
    .join(common.listSeparator)
  return donors.length > NAMED ? fillText(preparation.donorsMore, { list, count: donors.length }) : list
}

const share = (value: number): string => `${Math.round(value * 1000) / 10}%`
