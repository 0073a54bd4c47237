import type { ThemeConfig } from 'antd'
import { BLUE, BLUE_DARK, INK, INK_SOFT } from '../shared/colours.ts'

/** Quiet paper: one ink, one blue, thin rules. Secondary texts are dark enough for WCAG AA on white and on grey rows. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: BLUE,
    colorLink: BLUE,
    // antd lightens on hover, below the contrast that text needs; here it darkens.
    colorPrimaryHover: BLUE_DARK,
    colorPrimaryActive: BLUE_DARK,
    colorLinkHover: BLUE_DARK,
    colorLinkActive: BLUE_DARK,
    colorText: INK,
    colorTextSecondary: INK_SOFT,
    colorTextTertiary: INK_SOFT,
    colorTextDescription: INK_SOFT,
    colorTextPlaceholder: '#616e7c',
    colorError: '#b3261e',
    colorSuccess: '#1b6e3c',
    borderRadius: 3,
    // The page's own, which depends on its language.
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 22 / 14,
    // A test's screenshots must not catch a fade; readers who ask for less motion get none either.
    motion: !navigator.webdriver && !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
}
