import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packPlugin } from '@plumbline/bundle'
import { digestOf } from '@plumbline/plugin-host'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** The comparison of two versions: how far it is, cancelled, compared again, with golden cases, and failed. */
const PLUGIN = 'smart-security'
const VERSION = '9.0.0'
const PAGE = `/standards/changes?id=${PLUGIN}&round=${PLUGIN}.2024`

/** The standard of the repository with ten scales moved, which takes a while to share out. */
function packed(): Buffer {
  const file = fileURLToPath(new URL(`../../../plugins/${PLUGIN}/plugin.yaml`, import.meta.url))
  let moved = 0
  const text = readFileSync(file, 'utf8')
    .replace(/^version: .*$/m, `version: ${VERSION}`)
    .replaceAll(/worst: ([1-9]\d*), best: ([\d.]+)/g, (rule, worst: string, best: string) => {
      if ((moved += 1) > 10) return rule
      return `worst: ${Number(worst) + (Number(worst) < Number(best) ? -1 : 1)}, best: ${best}`
    })
  expect(moved).toBeGreaterThanOrEqual(10)
  const bundle = { files: { 'plugin.yaml': text } }
  const ref = { id: PLUGIN, version: VERSION, digest: digestOf(bundle) }
  return Buffer.from(packPlugin({ ref, bundle, signatures: [] }))
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
}

test.describe.configure({ mode: 'serial' })

test('shows how far it is, is cancelled, and stays so for whoever comes back', async ({ page }) => {
  await page.goto('/standards?lang=zh-CN')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'security.plb', mimeType: 'application/zip', buffer: packed() })
  await expect(page.getByRole('status').filter({ hasText: `已装入 ${PLUGIN} ${VERSION}` })).toBeVisible()
  await page.goto(`${PAGE}&lang=zh-CN`)
  await expect(page.getByRole('progressbar', { name: '正在比较' })).toBeVisible()
  await expect(page.getByText(/已完成 [1-9]\d*%/).first()).toBeVisible()
  await page.getByRole('button', { name: '取消比较' }).click()
  await expect(page.getByText('比较已取消，没有留下任何结果。')).toBeVisible()
  await accessible(page)
  await page.reload()
  await expect(page.getByText('比较已取消，没有留下任何结果。')).toBeVisible()
})

test('is compared again to its end, golden cases among what is replayed, every share named', async ({ page }) => {
  await page.goto(`${PAGE}&lang=zh-CN`)
  await page.getByRole('button', { name: '重新比较' }).click()
  await expect(page.getByRole('progressbar', { name: '正在比较' })).toBeVisible()
  const shares = page.getByRole('region', { name: '各处改动的份额' })
  await expect(shares.getByRole('row')).toHaveCount(11, { timeout: 60_000 })
  await expect(shares.getByRole('rowheader').first()).toContainText(/^“.+”的取值规则$/)
  await expect(page.getByText(/^示例用例 [1-9]\d* 行：/)).toBeVisible()
  await expect(page.getByText(/^批次数据 [1-9]\d* 行：/)).toBeVisible()
  await accessible(page)
})

test('says in the reader’s language why it failed, and is tried again', async ({ page }) => {
  const fault = { code: 'ANALYSIS_STOPPED', severity: 'error', params: { reason: 'exit 137' }, at: {} }
  let fails = true
  await page.route('**/trpc/*versions.difference*', async (route) => {
    const names = new URL(route.request().url()).pathname.replace('/trpc/', '').split(',')
    const response = await route.fetch()
    const answers: unknown[] = await response.json()
    if (fails)
      answers[names.indexOf('versions.difference')] = { result: { data: { state: 'failed', faults: [fault] } } }
    await route.fulfill({ response, json: answers })
  })
  await page.goto(`${PAGE}&lang=en`)
  const said = page.getByRole('alert')
  await expect(said.getByRole('heading', { name: 'The versions could not be compared' })).toBeVisible()
  await expect(said).toContainText('exit 137')
  await accessible(page)
  fails = false
  await said.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Share of each change' })).toBeVisible({ timeout: 60_000 })
})
