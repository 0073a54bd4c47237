import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packPlugin, readReceipt, verifyReceipt } from '@plumbline/bundle'
import { digestOf } from '@plumbline/plugin-host'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** A version on its way: refused torn, taken in whole, put to comment, scored beside the first, and a receipt of it. */
const PLUGIN = 'smart-retail'
const VERSION = '0.9.0'
const ROUND = `${PLUGIN}.2024`

/** The standard of the repository with another version number and one weight moved. */
function packed(): Buffer {
  const file = fileURLToPath(new URL(`../../../plugins/${PLUGIN}/plugin.yaml`, import.meta.url))
  const text = readFileSync(file, 'utf8').replace(/^version: .*$/m, `version: ${VERSION}`)
  const moved = text
    .replace('ref: ai-core, weight: 0.35', 'ref: ai-core, weight: 0.25')
    .replace('weight: 0.13\n', 'weight: 0.23\n')
    .concat('changes: { since: 0.1.0, corrects: { zh: 两个权重抄录有误, en: Two weights were copied wrongly } }\n')
  expect(moved).not.toBe(text)
  const bundle = { files: { 'plugin.yaml': moved } }
  const ref = { id: PLUGIN, version: VERSION, digest: digestOf(bundle) }
  return Buffer.from(packPlugin({ ref, bundle, signatures: [] }))
}

const choose = (page: Page, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name: 'retail.plb', mimeType: 'application/zip', buffer })

test.describe.configure({ mode: 'serial' })

test('a torn file is refused in words, a sound one is at hand at once', async ({ page }) => {
  await page.goto('/standards?lang=zh-CN')
  await choose(page, packed().subarray(0, 200))
  await expect(page.getByRole('heading', { name: '插件包没有装入' })).toBeVisible()
  await expect(page.getByText('这不是插件包，或者文件不完整。')).toBeVisible()
  await choose(page, packed())
  await expect(page.getByRole('status').filter({ hasText: `已装入 ${PLUGIN} ${VERSION}` })).toBeVisible()
  await page.getByRole('link', { name: '打开这一版' }).click()
  await expect(page.getByRole('heading', { name: '版本与发布' })).toBeVisible()
})

test('its state changes with a reason, and publishing asks for signatures', async ({ page }) => {
  await page.goto('/standards?lang=zh-CN')
  const row = page.getByRole('row').filter({ hasText: PLUGIN }).filter({ hasText: VERSION })
  await row.getByRole('link').first().click()
  await change(page, '征求意见', '标准化技术委员会 8 月会议')
  const history = page.getByRole('table').filter({ hasText: '操作人' })
  await expect(history.getByRole('row').nth(1)).toContainText('标准化技术委员会 8 月会议')
  await change(page, '已发布', '表决通过')
  await expect(page.getByRole('alert').getByText(`发布 ${VERSION} 版还缺这些角色的有效签名`)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

async function change(page: Page, state: string, reason: string): Promise<void> {
  await page.getByLabel(/的新状态/).selectOption({ label: state })
  await page.getByLabel('理由（永久记录）').fill(reason)
  await page.getByRole('button', { name: '变更', exact: true }).click()
}

test('as a candidate it marks the results of the version that it corrects, and says whom it moves', async ({
  page,
}) => {
  await page.goto(`/rounds/${ROUND}?lang=zh-CN`)
  const mark = page.getByRole('complementary', { name: '受勘误影响' })
  await expect(mark).toContainText('两个权重抄录有误')
  await expect(mark.getByRole('button', { name: `按 ${VERSION} 版并列重算` })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.goto(`/standards/changes?id=${PLUGIN}&round=${ROUND}&lang=zh-CN`)
  await expect(page.getByText('新版声明旧版有误：两个权重抄录有误')).toBeVisible()
  const movers = page.getByRole('table').filter({ hasText: '旧版得分' })
  await expect(movers.getByRole('row').nth(1)).toContainText('（虚构）')
})

test('the same data are scored by both versions side by side; the receipt computes the same', async ({ page }) => {
  await page.goto(`/rounds/${ROUND}?lang=zh-CN`)
  await page.getByRole('link', { name: '版本对照与凭证' }).click()
  await page.getByLabel('另选版本并列计分').selectOption({ label: `${VERSION} · 征求意见` })
  await page.getByRole('button', { name: '计分' }).click()
  await expect(page.getByRole('columnheader', { name: /并列计分/ })).toContainText(VERSION)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载凭证' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${ROUND}.receipt.json`)
  const receipt = readReceipt(readFileSync(await download.path(), 'utf8'), 'receipt')
  expect(await verifyReceipt(receipt)).toMatchObject({ same: true, differences: [], faults: [] })
  await page.getByRole('link', { name: VERSION }).click()
  await expect.poll(() => decodeURIComponent(page.url())).toContain(`/rounds/${PLUGIN}@${VERSION}.2024`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a withdrawn version says so', async ({ page }) => {
  await page.goto(`/rounds/${PLUGIN}@${VERSION}.2024?lang=zh-CN`)
  await page.getByRole('link', { name: `智慧商业 ${VERSION}` }).click()
  await change(page, '已废止', '换用新版')
  await expect(page.getByText('已废止：这一版标准已废止').first()).toBeVisible()
  await page.goto(`/rounds/${PLUGIN}@${VERSION}.2024?lang=zh-CN`)
  await expect(page.getByText('已废止：这一版标准已废止').first()).toBeVisible()
})
