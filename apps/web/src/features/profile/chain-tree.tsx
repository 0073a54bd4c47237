import { Fragment, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../../shared/use-language.ts'
import { ChainLine } from './chain-line.tsx'
import type { Texts } from './texts.ts'
import { treeMove, type TreeLine } from './tree.ts'

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

const COLUMNS = 5

/** The tree as a grid of lines: arrows move and open, the chosen line is the one in focus. */
export function ChainTree({ lines, picked, texts, digits, inline, onSelect, onToggle }: ChainTreeProps) {
  const { t } = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const found = lines.findIndex((line) => line.node.id === picked)
  // A chosen node may be out of sight, its branch being shut: then the first line takes the focus.
  const at = Math.max(0, found)
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
          {lines.map((line, index) => (
            <Fragment key={line.node.id}>
              <ChainLine
                line={line}
                texts={texts}
                digits={digits}
                place={{ inTabOrder: index === at, picked: line.node.id === picked }}
                onSelect={onSelect}
                onToggle={onToggle}
              />
              {inline && line.node.id === picked ? (
                <tr className="inline-detail">
                  <td colSpan={COLUMNS}>{inline}</td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
