import type { Catalogue, CatalogueNode } from '@plumbline/api/contract'
import { useWords } from '../shared/use-language.ts'
import { Field, type FieldItem } from './field.tsx'
import type { AuthorState } from './state.ts'
import { BLANK_FORM, formOf, NOT_APPLICABLE, reported, type FormValues } from './values.ts'

type Standard = NonNullable<AuthorState['standard']>

export interface DataFormProps {
  readonly standard: Standard
  readonly values: FormValues
  readonly onChange: (values: FormValues) => void
}

/** The data-collection form that the standard asks for: group, indicators below their branches, data items, facts. */
export function DataForm({ standard, values, onChange }: DataFormProps) {
  const { t, of } = useWords()
  const { catalogue, cases } = standard
  const set = (id: string, text: string) => onChange({ ...values, texts: { ...values.texts, [id]: text } })
  const field = (item: FieldItem) => (
    <Field key={item.id} item={item} text={values.texts[item.id] ?? ''} onChange={(text) => set(item.id, text)} />
  )
  const asked = new Set(reported(catalogue).map(({ id }) => id))
  return (
    <section className="author-form" aria-labelledby="form">
      <datalist id="author-not-applicable">
        <option value={NOT_APPLICABLE} />
      </datalist>
      <h2 id="form">{t('author.form')}</h2>
      <p className="soft">{t('author.formLead')}</p>
      <p className="author-start">
        {t('author.startFrom')}
        {cases.map((one) => (
          <button type="button" key={one.name} onClick={() => onChange(formOf(one))}>
            {one.name}
          </button>
        ))}
        <button type="button" onClick={() => onChange(BLANK_FORM)}>
          {t('author.blankForm')}
        </button>
      </p>
      {catalogue.groups.length === 0 ? null : (
        <label className="author-field">
          <span>{t('author.group')}</span>
          <select
            value={values.group ?? ''}
            onChange={({ target }) => onChange({ ...values, group: target.value === '' ? null : target.value })}
          >
            <option value="">{t('author.noGroup')}</option>
            {catalogue.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {of(group)}
              </option>
            ))}
          </select>
        </label>
      )}
      {sectionsOf(catalogue, asked).map(({ branch, items }) => (
        <fieldset key={branch.id}>
          <legend>{of(branch)}</legend>
          {items.map((node) => field(itemOf(node, catalogue)))}
        </fieldset>
      ))}
      {catalogue.inputs.length === 0 ? null : (
        <fieldset>
          <legend>{t('author.inputs')}</legend>
          {catalogue.inputs.map((input) => field({ ...input, unit: input.unitOfMeasure, levels: [] }))}
        </fieldset>
      )}
      {catalogue.facts.length === 0 ? null : (
        <fieldset>
          <legend>{t('author.facts')}</legend>
          {catalogue.facts.map((fact) => field({ ...fact, unit: null, options: [], levels: [] }))}
        </fieldset>
      )}
    </section>
  )
}

interface FormSection {
  readonly branch: CatalogueNode
  readonly items: readonly CatalogueNode[]
}

/** Reported indicators by the branch that they stand in, in the order of the tree. */
function sectionsOf({ nodes }: Catalogue, asked: ReadonlySet<string>): readonly FormSection[] {
  return nodes.flatMap((branch) => {
    const items = nodes.filter((node) => node.parent === branch.id && asked.has(node.id))
    return items.length === 0 ? [] : [{ branch, items }]
  })
}

function itemOf(node: CatalogueNode, { ladders }: Catalogue): FieldItem {
  if (node.kind === 'branch') return { ...node, type: 'number', unit: null, options: [], levels: [] }
  const steps = ladders.find(({ id }) => id === node.ladder)?.steps ?? []
  const levels =
    node.normalise.method === 'level-map'
      ? node.normalise.points.map(([level]) => ({ level, text: steps.find((step) => step.level === level) ?? null }))
      : []
  return { ...node, unit: node.unitOfMeasure, options: [], levels }
}
