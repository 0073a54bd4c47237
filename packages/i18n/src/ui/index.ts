import type { Language } from '../language.ts'
import { analyses } from './analyses.ts'
import { audit } from './audit.ts'
import { author } from './author.ts'
import { chain } from './chain.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { data } from './data.ts'
import { formula } from './formula.ts'
import { league } from './league.ts'
import { overview } from './overview.ts'
import { preparation } from './preparation.ts'
import { profile } from './profile.ts'
import { standards } from './standards.ts'
import { why } from './why.ts'
import { versionChanges } from './version-changes.ts'
import { versions } from './versions.ts'
import type { Same } from './messages.ts'

const zh = {
  common: common.zh,
  overview: overview.zh,
  league: league.zh,
  profile: profile.zh,
  preparation: preparation.zh,
  chain: chain.zh,
  formula: formula.zh,
  compare: compare.zh,
  data: data.zh,
  standards: standards.zh,
  analyses: analyses.zh,
  audit: audit.zh,
  why: why.zh,
  versions: versions.zh,
  versionChanges: versionChanges.zh,
  author: author.zh,
} as const

/** Every text of the screens, as Chinese has it. */
export type UiMessages = typeof zh

const en: Same<UiMessages> = {
  common: common.en,
  overview: overview.en,
  league: league.en,
  profile: profile.en,
  preparation: preparation.en,
  chain: chain.en,
  formula: formula.en,
  compare: compare.en,
  data: data.en,
  standards: standards.en,
  analyses: analyses.en,
  audit: audit.en,
  why: why.en,
  versions: versions.en,
  versionChanges: versionChanges.en,
  author: author.en,
}

/** Every text of the screens, by language. */
export const uiMessages: Readonly<Record<Language, Same<UiMessages>>> = { 'zh-CN': zh, en }
