import { watch } from 'node:fs'

/** Editors write a file in several steps; so long nothing more may come. */
const QUIET_MS = 80

/**
 * Calls after every burst of changes below a folder, one call at a time; what changes during a call makes another.
 *
 * @returns Stops watching.
 */
export function watchFolder(directory: string, changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const watcher = watch(directory, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(changed)
    }, QUIET_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
