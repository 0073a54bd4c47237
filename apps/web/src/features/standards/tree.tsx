import type { Catalogue, CatalogueNode } from '@plumbline/api/contract'
import type { AggregateSpec, NodeSpec } from '@plumbline/kernel'
import { weight } from '../../shared/format.ts'
import { useRuleText } from '../../shared/use-rule-text.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** The tree as a table, indented by level: weight, value rule, direction, source. */
export function IndicatorTree({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="tree">
      <div className="section-head">
        <h2 id="tree">{t('standards.tree')}</h2>
        <span className="soft">{t('standards.treeLead')}</span>
      </div>
      <ScrollX label={t('standards.tree')}>
        <table className="data standard-tree">
          <thead>
            <tr>
              <th scope="col">{t('standards.node')}</th>
              <th scope="col" className="right">
                {t('standards.weight')}
              </th>
              <th scope="col">{t('standards.rule')}</th>
              <th scope="col">{t('standards.direction')}</th>
              <th scope="col">{t('standards.measure')}</th>
              <th scope="col">{t('standards.source')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.nodes.map((node) => (
              <TreeRow key={node.id} node={node} catalogue={catalogue} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

function TreeRow({ node, catalogue }: { readonly node: CatalogueNode; readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const rule = useRuleText()
  const source = node.kind === 'indicator' ? catalogue.sources.find((each) => each.id === node.source) : undefined
  const root = node.parent === null
  return (
    <tr className={node.kind === 'branch' ? `branch level-${Math.min(node.depth + 1, 4)}` : undefined}>
      <th scope="row" style={{ paddingInlineStart: 8 + node.depth * 20 }}>
        {of(node)}
        {node.kind === 'indicator' && node.basic ? <span className="tag">{t('standards.basic')}</span> : null}
        {node.id === catalogue.core?.node && !root ? <span className="tag plain">{t('standards.mounted')}</span> : null}
        {node.kind === 'indicator' ? <div className="soft small calc">{of(node.calc)}</div> : null}
        {node.kind === 'indicator' && node.formula ? (
          <code className="small block">{`${of(node)} = ${node.formula.text}`}</code>
        ) : null}
        {node.kind === 'indicator' && node.notApplicableRule !== null ? (
          <div className="soft small">{t('standards.notApplicableWhere', { rule: node.notApplicableRule })}</div>
        ) : null}
      </th>
      <td className="right figure">{root ? t('common.none') : weight(node.weight)}</td>
      {node.kind === 'indicator' ? (
        <>
          <td>{rule(node.normalise)}</td>
          <td className="nowrap">{t(`chain.direction.${node.direction}`)}</td>
          <td>{of(node.unitOfMeasure)}</td>
          <td>{source ? of(source) : node.source}</td>
        </>
      ) : (
        <td colSpan={4} className="soft">
          <BranchRule id={node.id} catalogue={catalogue} />
        </td>
      )}
    </tr>
  )
}

/** How a branch's score comes from what lies below it, and whom it is compared with. */
function BranchRule({ id, catalogue }: { readonly id: string; readonly catalogue: Catalogue }) {
  const { t } = useWords()
  const aggregate = aggregateOf(catalogue.framework.root, id)
  if (!aggregate) return null
  const name = t(`chain.aggregate.${aggregate.method}`)
  return 'within' in aggregate ? `${name}${t(`standards.within.${aggregate.within}`)}` : name
}

function aggregateOf(node: NodeSpec, id: string): AggregateSpec | undefined {
  if (node.kind === 'indicator') return undefined
  if (node.id === id) return node.aggregate
  for (const child of node.children) {
    const found = aggregateOf(child, id)
    if (found) return found
  }
  return undefined
}
