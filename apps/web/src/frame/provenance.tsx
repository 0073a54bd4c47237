import { InfoCircleOutlined } from '@ant-design/icons'
import type { RoundSummary } from '@plumbline/api/contract'
import { Button, Popover } from 'antd'
import { useContext } from 'react'
import { createPortal } from 'react-dom'
import { shortDigest } from '../shared/format.ts'
import { useWords } from '../shared/use-language.ts'
import { CopyButton } from './copy-button.tsx'
import { ProvenanceSlot } from './provenance-slot.ts'

/** More rounds than these are counted in a line, and listed behind it. */
const MOST_NAMED = 3

/** Where the page's figures come from: a chip in the top bar, all digests behind it, and a footer on paper. */
export function Provenance({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const slot = useContext(ProvenanceSlot)
  const { t, of } = useWords()
  if (rounds.length === 0) return null
  const short = (round: RoundSummary) =>
    [
      `${of(round.title)} ${round.plugin.version}`,
      t('common.periodOf', { period: round.period }),
      round.run ? t('common.dataShort', { digest: shortDigest(round.run.inputDigest).slice(0, 4) }) : t('common.noRun'),
      t('common.kernelShort', { version: round.lock.kernel }),
    ].join(' · ')
  const [first] = rounds
  const label = rounds.length === 1 && first ? short(first) : summary(rounds)
  return (
    <>
      {slot
        ? createPortal(
            <Popover
              trigger="click"
              placement="bottomRight"
              getPopupContainer={() => slot}
              title={t('common.provenance')}
              content={<ProvenanceDetail rounds={rounds} />}
            >
              <Button type="text" size="small" className="chip" icon={<InfoCircleOutlined />} aria-haspopup="dialog">
                <span className="chip-text">{label}</span>
              </Button>
            </Popover>,
            slot,
          )
        : null}
      <style>{pageFooter(rounds.length > MOST_NAMED ? label : rounds.map(short).join('　'))}</style>
      <footer className="print-footer">
        {rounds.map((round) => (
          <span key={round.id}>{short(round)}</span>
        ))}
        <span>{t('common.footer')}</span>
      </footer>
    </>
  )

  function summary(all: readonly RoundSummary[]): string {
    const kernels = [...new Set(all.map((round) => round.lock.kernel))].join(t('common.listSeparator'))
    const titles =
      all.length > MOST_NAMED
        ? t('common.roundCount', { count: all.length })
        : all.map((round) => `${of(round.title)} ${round.plugin.version}`).join(t('common.listSeparator'))
    return `${titles} · ${t('common.kernelShort', { version: kernels })}`
  }
}

/** The provenance in the lower margin of every printed page, with the page's number. */
function pageFooter(text: string): string {
  const string = `"${text.replaceAll(/["\\\n<]/g, ' ')}"`
  return `@page { @bottom-left { content: ${string}; } @bottom-right { content: counter(page) " / " counter(pages); } }`
}

function ProvenanceDetail({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const { t, of } = useWords()
  const blocks = rounds.map((round) => ({
    id: round.id,
    rows: [
      [t('common.plugin'), `${of(round.title)} · ${round.plugin.id} ${round.plugin.version}`],
      [t('common.pluginDigest'), round.plugin.digest],
      ...round.lock.uses.map((used) => [`${used.id} ${used.version}`, used.digest] as const),
      [t('common.period'), round.period],
      [t('common.dataDigest'), round.run?.inputDigest ?? t('common.noRun')],
      [t('common.resultDigest'), round.run?.resultDigest ?? t('common.noRun')],
      [t('common.kernel'), `${round.lock.kernel} · ${t('common.semantics')} ${round.lock.semantics}`],
      [t('common.asOf'), round.lock.asOf],
      [t('common.computedAt'), round.run ? new Date(round.run.at).toLocaleString('sv-SE') : t('common.noRun')],
    ] as const,
  }))
  const text = blocks.map((block) => block.rows.map(([name, value]) => `${name}\t${value}`).join('\n')).join('\n\n')
  return (
    <div className="provenance-detail">
      {blocks.map((block) => (
        <dl key={block.id}>
          {block.rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ))}
      <CopyButton text={() => text} label={t('common.copyAll')} />
    </div>
  )
}
