import type { AppRouter } from '@plumbline/api'
import { createTRPCClient, httpLink } from '@trpc/client'

export const clientOf = (url: string) => createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc` })] })

/** The form that the upload screen sends. */
export function importForm(plugin: string, csv: string): FormData {
  const form = new FormData()
  form.set('file', new File([csv], `${plugin}.csv`))
  form.set('request', JSON.stringify({ plugin, fileName: `${plugin}.csv`, corrections: [] }))
  return form
}
