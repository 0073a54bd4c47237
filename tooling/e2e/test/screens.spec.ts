import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

/** Every screen, both languages, wide and narrow: no axe violation (WCAG 2.2 AA), no sideways scroll, no console error. */
const SCREENS: Readonly<Record<string, string>> = {
  overview: '/',
  rounds: '/rounds',
  league: '/rounds/smart-retail.2025',
  robustness: '/rounds/smart-retail.2025/robustness',
  'no robustness yet': '/rounds/smart-catering.2025/robustness',
  sensitivity: '/rounds/smart-retail.2025/sensitivity',
  audit: '/rounds/smart-retail.2025/audit',
  'no such round to audit': '/rounds/smart-retail.1999/audit',
  profile: '/rounds/smart-healthcare.2025/units/SH-001?open=all',
  compare: '/compare?period=2025',
  refused: '/compare?period=2025&node=root',
  data: '/data?standard=smart-retail',
  standards: '/standards',
  versions: '/rounds/smart-retail.2025/versions',
  'version changes': '/standards/changes?id=smart-healthcare',
  'one version to compare': '/standards/changes?id=smart-retail',
  'no such standard to compare': '/standards/changes?id=no-such',
  'not found': '/no-such-page',
  'no such round': '/rounds/smart-retail.1999',
}
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const width of [1440, 390])
  for (const language of ['zh-CN', 'en'])
    for (const [name, path] of Object.entries(SCREENS))
      test(`${name}, ${language}, ${width} px`, async ({ page }) => {
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.waitForLoadState('networkidle')

        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
        ).toEqual([])
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways).toBe(0)
        expect(errors).toEqual([])
      })
