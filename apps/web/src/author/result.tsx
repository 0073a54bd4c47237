import type { Catalogue } from '@plumbline/api/contract'
import type { Trace } from '@plumbline/kernel'
import { useMemo, useState } from 'react'
import { ChainTree } from '../features/profile/chain-tree.tsx'
import { GateTable } from '../features/profile/gate-table.tsx'
import { NodeDetail } from '../features/profile/node-detail.tsx'
import { textsOf, type Texts } from '../features/profile/texts.ts'
import { branchIds, pathTo, treeLines } from '../features/profile/tree.ts'
import { published } from '../shared/format.ts'
import { GradeMark } from '../shared/grade-mark.tsx'
import { toggled } from '../shared/search.ts'
import { useWords } from '../shared/use-language.ts'
import { FaultList } from './fault-panel.tsx'
import { scoredForm } from './scored.ts'
import type { FormValues } from './values.ts'

export interface ResultPanelProps {
  readonly catalogue: Catalogue
  readonly values: FormValues
  readonly asOf: string
  /** The files have faults since: these scores are those of an earlier version. */
  readonly isStale: boolean
}

/** Score, grade and the whole chain of what is typed in. */
export function ResultPanel({ catalogue, values, asOf, isStale }: ResultPanelProps) {
  const { t } = useWords()
  const scored = useMemo(() => scoredForm(catalogue, values, asOf), [catalogue, values, asOf])
  const texts = useMemo(() => textsOf(catalogue), [catalogue])
  return (
    <section className="author-result" aria-labelledby="result">
      <h2 id="result">{t('author.result')}</h2>
      {isStale ? <p className="note">{t('author.stale')}</p> : null}
      {'faults' in scored ? (
        <>
          <p className="alert-word">{t('author.cannotScore')}</p>
          <FaultList faults={scored.faults} />
        </>
      ) : (
        <>
          <Headline trace={scored.trace} catalogue={catalogue} />
          <Chain trace={scored.trace} texts={texts} digits={catalogue.digits} />
          <GateTable trace={scored.trace} texts={texts} digits={catalogue.digits} />
        </>
      )}
    </section>
  )
}

function Headline({ trace, catalogue }: { readonly trace: Trace; readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const { grades, display } = catalogue
  const index = grades.findIndex(({ id }) => id === trace.grading.grade)
  const grade = grades[index]
  return (
    <dl className="headline author-headline">
      <div>
        <dt>{t('common.score')}</dt>
        <dd className="big figure" data-testid="score">
          {published(trace.score, display)}
        </dd>
      </div>
      <div>
        <dt>{t('common.grade')}</dt>
        <dd className="big">
          {grade ? (
            <GradeMark label={of(grade)} index={index} count={grades.length} />
          ) : (
            <span className="status-word">{t(`common.statusOf.${trace.status}`)}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}

interface ChainProps {
  readonly trace: Trace
  readonly texts: Texts
  readonly digits: number
}

/** The tree with the chosen node's sum below its line. */
function Chain({ trace, texts, digits }: ChainProps) {
  const { root } = trace
  const [picked, setPicked] = useState<string | null>(null)
  const [shut, setShut] = useState<readonly string[]>([])
  const opened = new Set(branchIds(root).filter((id) => !shut.includes(id)))
  const path = picked === null ? [] : pathTo(root, picked)
  return (
    <ChainTree
      lines={treeLines(root, opened)}
      picked={path.at(-1)?.id ?? root.id}
      texts={texts}
      digits={digits}
      inline={path.length > 0 ? <NodeDetail path={path} texts={texts} digits={digits} /> : null}
      onSelect={(id) => setPicked(id === picked ? null : id)}
      onToggle={(id) => setShut(toggled(shut, id))}
    />
  )
}
