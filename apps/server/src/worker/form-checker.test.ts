import path from 'node:path'
import { checkForms, loadPlugin, withForm, type FormsToCheck } from '@plumbline/plugin-host'
import { expect, it } from 'vitest'
import { createFormChecker } from './form-checker.ts'

const core = await loadPlugin(path.resolve(import.meta.dirname, '../../../../plugins/ai-core'), [])
const bundle = withForm(core.bundle)
const other = { ...bundle, form: (bundle.form ?? '').replace('"weight":0', '"weight":1') }
const asked: FormsToCheck = {
  versions: [
    { directory: 'a', name: 'a.plb', bundle, uses: [] },
    { directory: 'b', name: 'b.plb', bundle: other, uses: [] },
  ],
  used: new Map(),
}

it('checks in a thread as in place', async () => {
  const verdict = await createFormChecker().check(asked)
  expect(verdict).toEqual(checkForms(asked))
  expect(verdict).toMatchObject({ sound: ['a'] })
  expect(verdict.failed.get('b')).toMatchObject([{ code: 'BUNDLE_FORM_DIFFERS', at: { file: 'b.plb/plugin.yaml' } }])
})

it('gives no verdict where the thread ends before it has one', async () => {
  const ending = createFormChecker(new URL('data:text/javascript,process.exit(3)'))
  await expect(ending.check(asked)).rejects.toThrow('exit 3')
  const waiting = createFormChecker(new URL('data:text/javascript,setInterval(() => undefined, 1000)'))
  const check = waiting.check(asked)
  await waiting.stop()
  await expect(check).rejects.toThrow('without an answer')
})
