import type { TraceIndicator } from '@plumbline/kernel'
import { plain } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

/** A raw value with its unit of measure, or the kind of blank that stands there. */
export function ValueText({ node, texts }: { readonly node: TraceIndicator; readonly texts: Texts }) {
  const { t, of } = useWords()
  const text = texts.node(node.id)
  if (node.raw === null) return <span className="blank">{t(`chain.blank.${node.blank}`)}</span>
  if (node.normalise.method === 'boolean') return t(node.raw === 1 ? 'common.yes' : 'common.no')
  const unit = text?.kind === 'indicator' ? of(text.unitOfMeasure) : ''
  return (
    <>
      {plain(node.raw)}
      {unit ? <span className="soft"> {unit}</span> : null}
    </>
  )
}
