import type { Catalogue } from '@plumbline/api/contract'
import { plain } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** The data items that formulas read: what a data file has in place of the indicators that are worked out. */
export function InputList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  if (catalogue.inputs.length === 0) return null
  return (
    <section aria-labelledby="inputs">
      <div className="section-head">
        <h2 id="inputs">{t('standards.inputs')}</h2>
        <span className="soft">{t('standards.inputsLead')}</span>
      </div>
      <ScrollX label={t('standards.inputs')}>
        <table className="data compact">
          <thead>
            <tr>
              <th scope="col">{t('standards.inputName')}</th>
              <th scope="col">{t('standards.inputId')}</th>
              <th scope="col">{t('standards.inputType')}</th>
              <th scope="col">{t('standards.measure')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.inputs.map((input) => (
              <tr key={input.id}>
                <th scope="row">
                  {of(input)}
                  {input.subject ? <span className="tag plain">{t('standards.subject')}</span> : null}
                </th>
                <td>
                  <code>{input.id}</code>
                </td>
                <td>
                  {input.type === 'choice'
                    ? input.options.map(of).join(t('common.listSeparator'))
                    : t(`standards.typeOf.${input.type}`)}
                </td>
                <td>{input.unitOfMeasure ? of(input.unitOfMeasure) : t('common.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

/** Numbers that the standard sets by date, with their source. */
export function ParamList({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  if (catalogue.params.length === 0) return null
  return (
    <section aria-labelledby="params">
      <div className="section-head">
        <h2 id="params">{t('standards.params')}</h2>
        <span className="soft">{t('standards.paramsLead')}</span>
      </div>
      <ScrollX label={t('standards.params')}>
        <table className="data compact">
          <thead>
            <tr>
              <th scope="col">{t('standards.param')}</th>
              <th scope="col">{t('standards.since')}</th>
              <th scope="col" className="right">
                {t('standards.paramValue')}
              </th>
              <th scope="col">{t('standards.measure')}</th>
              <th scope="col">{t('standards.paramSource')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.params.flatMap((param) =>
              param.values.map(({ from, value }, index) => (
                <tr key={`${param.id} ${from}`}>
                  <th scope="row">{index === 0 ? of(param) : ''}</th>
                  <td className="nowrap figure">{from}</td>
                  <td className="right figure">{plain(value)}</td>
                  <td>{param.unitOfMeasure ? of(param.unitOfMeasure) : t('common.none')}</td>
                  <td>{of(param.source)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
