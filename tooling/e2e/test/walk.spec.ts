import { expect, test, type Page } from '@playwright/test'
import { codeOf, dataFile, goldenCases, PERIOD } from './data-file.ts'

/**
 * The whole line as an official walks it: upload a file with two bad cells, put them right, see the table, open a
 * profile, read the chain, switch the language, compare sectors, reload. The figures are the golden cases'.
 */
const cases = goldenCases()
const weak = cases.find(({ id }) => id === 'weak') ?? fail('weak')
const vetoed = cases.find(({ id }) => id === 'vetoed') ?? fail('vetoed')

function fail(id: string): never {
  throw new Error(`no golden case ${id}`)
}

const shown = (score: number): string => score.toFixed(2)

test.describe.configure({ mode: 'serial' })

test('the first start has the demonstration: sectors, marked as synthetic', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('总览 · 准绳')
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible()
  for (const sector of ['智慧政务', '智慧医疗', '智慧商业', '工业互联网', '人工智能产业基础'])
    await expect(page.getByRole('link', { name: `打开${sector}榜单` })).toBeVisible()
  await expect(page.getByText('示例数据：评价对象均为虚构').first()).toBeVisible()
})

test('a file with two bad cells is refused whole, put right in place, and imported', async ({ page }) => {
  await page.goto('/data?standard=smart-healthcare')
  await chooseFile(page, dataFile({ 'E2E-weak efficiency-gain': '12O', 'E2E-typical group': '四级医院' }))

  await expect(page.getByText('有 2 处错误，改正后才能导入。').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0)
  const figure = page.locator('input[aria-label*="efficiency-gain"]')
  const group = page.locator('input[aria-label*="group"]')
  await expect(figure).toHaveValue('12O')
  await expect(figure).toHaveAttribute('aria-invalid', 'true')
  await expect(group).toHaveValue('四级医院')
  await expectNoRound(page)

  await page.getByRole('button', { name: /^到 / }).first().click()
  await expect(page.locator('input:focus')).toHaveAttribute('aria-invalid', 'true')

  await figure.fill(String(weak.values['efficiency-gain']))
  await group.fill('三级医院')
  await page.getByRole('button', { name: '再次检查' }).click()
  await expect(page.getByText('全部通过，可以导入。').first()).toBeVisible()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  await page.getByRole('link', { name: /榜单/ }).filter({ hasText: PERIOD }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(PERIOD)
})

test('the table has the golden scores and grades; the vetoed unit comes last, without a rank', async ({ page }) => {
  await page.goto(`/rounds/smart-healthcare.${PERIOD}`)
  for (const each of cases) {
    const row = page.getByRole('row').filter({ hasText: `浏览器用例 ${each.id}（虚构）` })
    await expect(row).toContainText(shown(each.expected.composite))
  }
  const last = page.getByRole('row').filter({ hasText: '浏览器用例' }).last()
  await expect(last).toContainText(`浏览器用例 ${vetoed.id}`)
  await expect(last).toContainText('否决')
})

test('the profile explains the score down to the raw value', async ({ page }) => {
  await page.goto(`/rounds/smart-healthcare.${PERIOD}`)
  await page.getByText('浏览器用例 weak（虚构）').click()
  await expect(page).toHaveURL(new RegExp(`/units/${codeOf(weak)}`))
  await expect(page.getByText(shown(weak.expected.composite)).first()).toBeVisible()
  await expect(page.getByText('封顶').first()).toBeVisible()

  await page.getByRole('button', { name: '全部展开' }).click()
  await page.getByRole('row', { name: /预约诊疗率/ }).click()
  // (46.6 − 30) ÷ (90 − 30) × 100 = 27.666…
  const chain = page.getByRole('complementary', { name: '所选指标的算式' })
  await expect(chain).toContainText('46.6')
  await expect(chain).toContainText('90')
  await expect(chain).toContainText('27.67')
  await expect(page).toHaveURL(/appointment-rate/)

  await page.reload()
  await expect(page.getByRole('complementary', { name: '所选指标的算式' })).toContainText('27.67')
})

test('a missing cell is shown as missing, one that does not apply as such', async ({ page }) => {
  await page.goto(`/rounds/smart-healthcare.${PERIOD}/units/E2E-na-and-missing`)
  await page.getByRole('button', { name: '全部展开' }).click()
  await expect(page.locator('[data-node="record-data-quality"]')).toContainText('未填报')
  await expect(page.locator('[data-node="mlps3-pass"]')).toContainText('不适用')
})

test('language switches in place and stays over a reload', async ({ page }) => {
  await page.goto(`/rounds/smart-healthcare.${PERIOD}/units/${codeOf(weak)}`)
  await page.getByRole('button', { name: /switch to English/i }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Where the score comes from' })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText(shown(weak.expected.composite)).first()).toBeVisible()
})

test('sectors are compared on the core; anything more is refused with a reason and without a score', async ({
  page,
}) => {
  await page.goto('/compare?period=2025')
  await expect(page.getByRole('heading', { name: '为什么可以比' })).toBeVisible()
  await page.getByRole('combobox', { name: '比较内容' }).click()
  await page.getByTitle('总指数').click()
  await expect(page.getByRole('heading', { name: '这样比不成立' })).toBeVisible()
  const refused = page.url()
  await page.reload()
  expect(page.url()).toBe(refused)
  await expect(page.getByRole('heading', { name: '这样比不成立' })).toBeVisible()
  await expect(page.locator('main svg[role="img"]')).toHaveCount(0)
  await page.getByRole('button', { name: '改比共性指标' }).click()
  await expect(page.getByRole('heading', { name: '为什么可以比' })).toBeVisible()
})

async function chooseFile(page: Page, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: '填报数据.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'utf8'),
  })
}

/** Asked of the server itself: nothing of a refused file is there. */
async function expectNoRound(page: Page): Promise<void> {
  const answer = await page.request.get('/trpc/rounds.list')
  expect(await answer.text()).not.toContain(`smart-healthcare.${PERIOD}`)
}
