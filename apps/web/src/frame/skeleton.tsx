import { useWords } from '../shared/use-language.ts'

/** Grey bars where the page's title and rows will stand, so that nothing jumps when they come. */
export function PageSkeleton({ rows, height }: { readonly rows: number; readonly height: number }) {
  const { t } = useWords()
  return (
    <div role="status" aria-busy="true" aria-label={t('common.loading')} className="skeleton">
      <div className="bone" style={{ width: '16em', height: 32 }} />
      <div className="bone" style={{ width: '32em', height: 18, marginBlock: 16 }} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="bone" style={{ height }} />
      ))}
    </div>
  )
}
