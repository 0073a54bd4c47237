/** LibreOffice, where it is installed: an independent program that computes the formulas and saves in its own way. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Opens a workbook, computes every formula and saves it again. */
export async function resaved(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-libreoffice-'))
  try {
    mkdirSync(path.join(folder, 'profile', 'user'), { recursive: true })
    writeFileSync(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS)
    writeFileSync(path.join(folder, 'book.xlsx'), bytes)
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const out = path.join(folder, 'out')
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      path.join(folder, 'book.xlsx'),
    ])
    return new Uint8Array(readFileSync(path.join(out, 'book.xlsx')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
