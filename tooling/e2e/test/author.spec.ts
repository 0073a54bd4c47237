/** `plumbline dev`: a save is seen on the page; a broken manifest shows its line and keeps the last scores. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const ROOT = path.resolve(import.meta.dirname, '../../..')
let command: ChildProcess
let folder: string
let url: string

test.beforeAll(async () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'plumbline-author-'))
  folder = path.join(scratch, 'smart-healthcare')
  cpSync(path.join(ROOT, 'plugins/smart-healthcare'), folder, { recursive: true })
  const door = path.join(ROOT, 'apps/cli/plumbline.mjs')
  command = spawn(process.execPath, [door, 'dev', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: command.stdout ?? process.stdin })) {
    const said = JSON.parse(line) as { readonly url?: string }
    if (said.url === undefined) continue
    url = said.url
    break
  }
})

test.afterAll(() => {
  command.kill('SIGTERM')
  rmSync(path.dirname(folder), { recursive: true, force: true })
})

const manifest = (): string => path.join(folder, 'plugin.yaml')
const edit = (from: string, to: string): void => {
  const text = readFileSync(manifest(), 'utf8')
  expect(text).toContain(from)
  writeFileSync(manifest(), text.replace(from, to))
}

test('a save is checked and scored on the page, a fault shows its line, and what is typed stays', async ({ page }) => {
  await page.goto(url)
  const score = page.getByTestId('score')
  // The composite of the first golden case, as the plugin's cases.yaml has it.
  const golden = /composite: (\d+\.\d+)/.exec(readFileSync(path.join(folder, 'cases.yaml'), 'utf8'))?.[1] ?? ''
  await expect(score).toHaveText(Number(golden).toFixed(2))
  await expect(page.locator('[data-item="imaging-ai-share"]')).toHaveValue('15')

  await test.step('typing scores at once', async () => {
    await page.locator('[data-item="imaging-ai-share"]').fill('70')
    // 15 of 70 scores 21.43; full marks add 78.57 x 0.5 x 0.35 x 0.22 = 3.025 to the composite.
    await expect(score).toHaveText((Number(golden) + (100 - (15 / 70) * 100) * 0.5 * 0.35 * 0.22).toFixed(2))
  })

  await test.step('a saved goalpost moves the score, and what was typed is still there', async () => {
    edit(
      'normalise: { method: goalposts, worst: 0, best: 70 }',
      'normalise: { method: goalposts, worst: 0, best: 140 }',
    )
    await expect(page.locator('main')).toHaveAttribute('data-revision', '2')
    await expect(score).toHaveText((Number(golden) + (50 - (15 / 70) * 100) * 0.5 * 0.35 * 0.22).toFixed(2))
    await expect(page.locator('[data-item="imaging-ai-share"]')).toHaveValue('70')
  })

  await test.step('a fault stands with its line, and the last scores stay, dimmed', async () => {
    const before = await score.textContent()
    edit('direction: positive', 'direction: upwards')
    const line =
      readFileSync(manifest(), 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('upwards')) + 1
    await expect(page.getByRole('listitem').filter({ hasText: 'upwards' })).toContainText(`plugin.yaml:${line}`)
    await expect(page.getByText('得分停留在上一次可用的版本')).toBeVisible()
    await expect(score).toHaveText(before ?? '')
    await expect(page.locator('.author-headline')).toHaveCSS('opacity', '0.55')
  })

  await test.step('mended, everything is as before', async () => {
    edit('direction: upwards', 'direction: positive')
    await expect(page.getByText('没有问题')).toBeVisible()
    await expect(page.locator('.author-headline')).toHaveCSS('opacity', '1')
  })
})

test('the page speaks English, opens a sum, and has no fault that axe finds', async ({ page }) => {
  await page.goto(`${url}?lang=en`)
  await expect(page.getByRole('heading', { name: 'Scores' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.locator('[data-node="imaging-ai-share"]').click()
  await expect(page.locator('.inline-detail')).toContainText('(15 − 0) ÷ (')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
