import { expect, test } from '@playwright/test'

const ROUND = '/rounds/smart-retail.2025'

test.describe.configure({ mode: 'serial' })

test('a robustness run: start, progress, leave, come back, cancel', async ({ page }) => {
  await page.goto(`${ROUND}/robustness`)
  await expect(page.getByRole('heading', { name: '还没有稳健性结果' })).toBeVisible()
  await page.getByRole('combobox', { name: '模拟次数' }).click()
  await page.getByTitle('50,000').click()
  await page.getByRole('button', { name: '开始计算' }).click()
  const progress = page.getByRole('progressbar', { name: '正在计算' })
  await expect(progress).toBeVisible()
  await expect(page.getByText(/已完成 [1-9][\d,]* \/ 50,000/)).toBeVisible({ timeout: 30_000 })

  await page.getByRole('navigation', { name: '这一批次' }).getByRole('link', { name: '榜单' }).click()
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await page.goBack()
  await expect(progress).toBeVisible()
  await page.reload()
  await expect(progress).toBeVisible()

  await page.getByRole('button', { name: '取消计算' }).click()
  await expect(page.getByText('计算已取消，没有留下结果。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '还没有稳健性结果' })).toBeVisible()
})

test('a robustness run to its end: intervals, groups, convergence, provenance, and the column of the league table', async ({
  page,
}) => {
  await page.goto(`${ROUND}/robustness`)
  await page.getByRole('combobox', { name: '模拟次数' }).click()
  await page.getByTitle('1,000', { exact: true }).click()
  await page.getByRole('button', { name: '开始计算' }).click()
  const table = page.getByRole('table', { name: /位次区间/ })
  await expect(table).toBeVisible({ timeout: 60_000 })
  await expect(table.getByRole('row').nth(1)).toContainText(/1–\d/)
  await expect(page.getByRole('heading', { name: '不可区分的组' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '收敛' })).toBeVisible()
  await expect(page.getByText(/sha256:/).first()).toBeVisible()

  await page.getByRole('spinbutton', { name: '前几名' }).fill('3')
  await expect(page).toHaveURL(/k=3/)
  await expect(table.getByRole('columnheader', { name: '前 3 名' })).toBeVisible()

  await page.getByRole('navigation', { name: '这一批次' }).getByRole('link', { name: '榜单' }).click()
  await expect(page.getByRole('columnheader', { name: '位次区间' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText(/1–\d/)
})

test('a profile: other baselines, a locked step gives other routes, and the address keeps both', async ({ page }) => {
  await page.goto(`${ROUND}/units/SR-001`)
  await expect(page.getByRole('heading', { name: '为什么是这个分数' })).toBeVisible()
  await page.getByText('同组中位数', { exact: true }).click()
  await expect(page).toHaveURL(/base=peer-median/)
  await expect(page.getByText(/与同组中位数（/)).toBeVisible()
  const lock = page.getByRole('button', { name: /^锁定/ }).first()
  await lock.click()
  await expect(page).toHaveURL(/lock=/)
  await expect(page.getByRole('button', { name: /^解除锁定/ })).toBeVisible()
  await page.reload()
  await expect(page.getByText(/与同组中位数（/)).toBeVisible()
  await page.getByRole('button', { name: /^解除锁定/ }).click()
  await expect(page).not.toHaveURL(/lock=/)
})
