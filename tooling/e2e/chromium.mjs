import { existsSync } from 'node:fs'

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const CHROMIUM_HELP =
  'Debian, Ubuntu: apt-get install chromium fonts-noto-cjk\n' +
  '其他系统 / elsewhere: CHROMIUM=/path/to/chrome npx --yes pnpm@12 test'

/** The machine's Chromium: the path in `CHROMIUM`, else a usual place; undefined where there is none. */
export function chromiumPath() {
  const named = process.env.CHROMIUM
  return named ? (existsSync(named) ? named : undefined) : CANDIDATES.find((path) => existsSync(path))
}
