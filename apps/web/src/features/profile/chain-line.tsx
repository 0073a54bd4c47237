import type { TraceNode } from '@plumbline/kernel'
import { score, weight } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { PreparationMarks } from './preparation.tsx'
import type { Texts } from './texts.ts'
import type { TreeLine } from './tree.ts'
import { ValueText } from './value-text.tsx'

export interface ChainLineProps {
  readonly line: TreeLine
  readonly texts: Texts
  readonly digits: number
  readonly place: { readonly inTabOrder: boolean; readonly picked: boolean }
  readonly onSelect: (id: string) => void
  readonly onToggle: (id: string) => void
}

/** One node of the tree: name, value, weight, score, what it gives to the whole. */
export function ChainLine({ line, texts, digits, place, onSelect, onToggle }: ChainLineProps) {
  const { t, of } = useWords()
  const { node, level } = line
  const text = texts.node(node.id)
  const branch = node.kind === 'branch'
  return (
    <tr
      data-node={node.id}
      tabIndex={place.inTabOrder ? 0 : -1}
      aria-level={level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={branch ? line.expanded : undefined}
      aria-selected={place.picked}
      className={`level-${Math.min(level, 4)} ${node.state}`}
      onClick={() => onSelect(node.id)}
      onDoubleClick={branch ? () => onToggle(node.id) : undefined}
    >
      <td style={{ paddingInlineStart: 8 + (level - 1) * 18 }}>
        <div className="tree-name">
          {branch ? (
            <span
              className={line.expanded ? 'twist open' : 'twist'}
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation()
                onToggle(node.id)
              }}
            />
          ) : (
            <span className="leaf" aria-hidden="true" />
          )}
          <span>
            {text ? of(text) : node.id}
            {node.kind === 'indicator' && node.basic ? <span className="tag">{t('chain.basic')}</span> : null}
          </span>
        </div>
      </td>
      <td className="right figure wide-only">
        {node.kind === 'indicator' ? (
          <>
            <ValueText node={node} texts={texts} />
            <PreparationMarks node={node} />
          </>
        ) : null}
      </td>
      <td className="right figure wide-only">{line.parent ? <Weights node={node} /> : null}</td>
      <td className="right figure">
        <NodeScore node={node} digits={digits} />
      </td>
      <td className="right figure">{counts(node) ? score(node.contribution, digits) : t('common.none')}</td>
    </tr>
  )
}

const counts = ({ state }: TraceNode): boolean => state === 'scored' || state === 'zeroed'

/** The weight in effect, and the nominal one where sharing has changed it. */
function Weights({ node }: { readonly node: TraceNode }) {
  const { t } = useWords()
  const shared = Math.abs(node.effectiveWeight - node.weight) > 1e-9
  return (
    <>
      {weight(node.effectiveWeight)}
      {shared ? <span className="soft small block">{`${t('profile.nominal')} ${weight(node.weight)}`}</span> : null}
    </>
  )
}

function NodeScore({ node, digits }: { readonly node: TraceNode; readonly digits: number }) {
  const { t } = useWords()
  return (
    <>
      {node.score === null ? <span className="soft">{t(`chain.state.${node.state}`)}</span> : score(node.score, digits)}
      {node.kind === 'indicator' && node.held !== 0 ? <span className="tag">{t('chain.held')}</span> : null}
      {node.state === 'zeroed' ? <span className="soft small block">{t('chain.state.zeroed')}</span> : null}
    </>
  )
}
