import { Fragment, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { plain, score, weight } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'
import { treeMove, type TreeLine } from './tree.ts'
import { ValueText } from './value-text.tsx'

export interface ChainTreeProps {
  readonly lines: readonly TreeLine[]
  /** Id of the chosen node. */
  readonly picked: string
  readonly texts: Texts
  readonly digits: number
  /** The chosen node's sum, to stand below its line; null where it stands elsewhere. */
  readonly inline: ReactNode
  readonly onSelect: (id: string) => void
  readonly onToggle: (id: string) => void
}

/** The tree as a grid of lines: arrows move and open, the chosen line is the one in focus. */
export function ChainTree({ lines, picked, texts, digits, inline, onSelect, onToggle }: ChainTreeProps) {
  const { t, of } = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.max(0, lines.findIndex((line) => line.node.id === picked))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const move = treeMove(event.key, lines, at)
    if (!move) return
    event.preventDefault()
    if (move.kind === 'toggle') return onToggle(move.id)
    const next = lines[move.index]
    if (!next) return
    onSelect(next.node.id)
    body.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.node.id)}"]`)?.focus()
  }
  return (
    <div className="chain-tree">
      <table className="data tree" role="treegrid" aria-label={t('profile.chain')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('profile.node')}</th>
            <th scope="col" className="right wide-only">
              {t('profile.value')}
            </th>
            <th scope="col" className="right wide-only">
              {t('profile.effective')}
            </th>
            <th scope="col" className="right">
              {t('profile.score')}
            </th>
            <th scope="col" className="right">
              {t('profile.contribution')}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line, index) => {
            const { node } = line
            const text = texts.node(node.id)
            const branch = node.kind === 'branch'
            const counts = node.state === 'scored' || node.state === 'zeroed'
            return (
              <Fragment key={node.id}>
                <tr
                  data-node={node.id}
                  tabIndex={index === at ? 0 : -1}
                  aria-level={line.level}
                  aria-posinset={line.position}
                  aria-setsize={line.siblings}
                  aria-expanded={branch ? line.expanded : undefined}
                  aria-selected={node.id === picked}
                  className={`level-${Math.min(line.level, 4)} ${node.state}`}
                  onClick={() => onSelect(node.id)}
                  onDoubleClick={branch ? () => onToggle(node.id) : undefined}
                >
                  <td style={{ paddingInlineStart: 8 + (line.level - 1) * 18 }}>
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
                    {text ? of(text) : node.id}
                    {node.kind === 'indicator' && node.basic ? <span className="tag">{t('chain.basic')}</span> : null}
                  </td>
                  <td className="right figure wide-only">{branch ? null : <ValueText node={node} texts={texts} />}</td>
                  <td className="right figure wide-only">
                    {line.parent ? (
                      <>
                        {weight(node.effectiveWeight)}
                        {Math.abs(node.effectiveWeight - node.weight) > 1e-9 ? (
                          <span className="soft small block">
                            {t('profile.weight')} {weight(node.weight)}
                          </span>
                        ) : null}
                      </>
                    ) : null}
                  </td>
                  <td className="right figure">
                    {node.score === null ? <span className="soft">{t(`chain.state.${node.state}`)}</span> : score(node.score, digits)}
                    {node.kind === 'indicator' && node.held !== 0 ? <span className="tag">{t('chain.held')}</span> : null}
                    {node.state === 'zeroed' ? <span className="soft small block">{t('chain.state.zeroed')}</span> : null}
                  </td>
                  <td className="right figure">{counts ? score(node.contribution, digits) : plain(null)}</td>
                </tr>
                {inline && node.id === picked ? (
                  <tr className="inline-detail">
                    <td colSpan={5}>{inline}</td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
