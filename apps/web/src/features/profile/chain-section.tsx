import type { Trace } from '@plumbline/kernel'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { listOf, listText, toggled } from '../../shared/search.ts'
import { useMedia } from '../../shared/use-media.ts'
import { useWords } from '../../shared/use-language.ts'
import { ChainTree } from './chain-tree.tsx'
import { NodeDetail } from './node-detail.tsx'
import type { Texts } from './texts.ts'
import { branchIds, pathTo, treeLines } from './tree.ts'

const route = getRouteApi('/rounds/$roundId/units/$unit')

export interface ChainProps {
  readonly trace: Trace
  readonly texts: Texts
  readonly digits: number
}

/** The tree of the score with the chosen node's sum beside it, or below its line where the screen is narrow. */
export function ChainSection({ trace, texts, digits }: ChainProps) {
  const { t } = useWords()
  const { node, open } = route.useSearch()
  const navigate = route.useNavigate()
  const beside = useMedia('(min-width: 1080px)')
  const { root } = trace
  const chosen = pathTo(root, node ?? root.id)
  const path = chosen.length > 0 ? chosen : [root]
  const picked = path.at(-1) ?? root
  // What the reader opened, the root besides; until they open or shut anything, the way to the chosen node.
  const listed = open === undefined ? path.slice(1, -1).map((step) => step.id) : listOf(open)
  const opened = new Set([root.id, ...listed])
  const lines = treeLines(root, opened)
  const all = branchIds(root)
  const setOpen = (ids: readonly string[]) =>
    void navigate({ search: (old) => ({ ...old, open: listText(ids) }), replace: true, resetScroll: false })
  const shutAll = () =>
    void navigate({
      search: (old) => ({ ...old, open: undefined, node: undefined }),
      replace: true,
      resetScroll: false,
    })
  const select = (id: string) =>
    void navigate({
      search: (old) => ({ ...old, node: id, open: listText(listed) }),
      replace: true,
      resetScroll: false,
    })
  const detail = <NodeDetail path={path} texts={texts} digits={digits} />
  return (
    <section aria-labelledby="chain" className="chain-section">
      <div className="section-head">
        <h2 id="chain">{t('profile.chain')}</h2>
        <span className="soft">{t('profile.chainLead')}</span>
        <span className="section-actions">
          <Button size="small" onClick={() => setOpen(all.filter((id) => id !== root.id))}>
            {t('profile.expandAll')}
          </Button>
          <Button size="small" onClick={shutAll}>
            {t('profile.collapseAll')}
          </Button>
        </span>
      </div>
      <div className={beside ? 'chain beside' : 'chain'}>
        <ChainTree
          lines={lines}
          picked={picked.id}
          texts={texts}
          digits={digits}
          inline={beside ? null : detail}
          onSelect={select}
          onToggle={(id) => setOpen(toggled(listed, id))}
        />
        {beside ? (
          <aside className="chain-detail" aria-label={t('chain.region')}>
            {detail}
          </aside>
        ) : null}
      </div>
      <p className="note keys">{t('profile.keys')}</p>
    </section>
  )
}
