import { MenuOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { App, Button, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useRef, useState } from 'react'
import { i18next } from '../i18n.ts'
import { useWords } from '../shared/use-language.ts'
import { theme } from './theme.ts'
import { ProvenanceSlot } from './provenance-slot.ts'

const MENU = [
  { to: '/', key: 'overview' },
  { to: '/rounds', key: 'league' },
  { to: '/compare', key: 'compare' },
  { to: '/data', key: 'data' },
  { to: '/standards', key: 'standards' },
] as const

/** What every screen stands in: menu, top bar with language, provenance and print, the page, the live region. */
export function Frame() {
  const { t, language } = useWords()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  if (i18next.language !== language) void i18next.changeLanguage(language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useFocusOnPage()
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <ProvenanceSlot value={slot}>
          <a className="skip" href="#main">
            {t('common.skip')}
          </a>
          <div className="frame">
            <header className="topbar">
              <Link to="/" className="brand">
                <span className="brand-name">{t('common.product')}</span>
                <span className="brand-tag">{t('common.productTag')}</span>
              </Link>
              <div className="topbar-slot" ref={setSlot} />
              <LanguageSwitch />
              <Button
                icon={<PrinterOutlined />}
                onClick={() => window.print()}
                aria-label={t('common.print')}
                type="text"
              />
            </header>
            <Menu />
            <main id="main" className="main" tabIndex={-1}>
              <Outlet />
            </main>
          </div>
          <div id="live" className="visually-hidden" aria-live="polite" />
        </ProvenanceSlot>
      </App>
    </ConfigProvider>
  )
}

/** A new page takes the focus, so that a keyboard or a screen reader starts at its beginning. */
function useFocusOnPage(): void {
  const path = useLocation({ select: (location) => location.pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
}

function Menu() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <nav className="menu" aria-label={t('common.mainMenu')}>
      <Button
        className="menu-toggle"
        type="text"
        icon={<MenuOutlined />}
        aria-expanded={open}
        aria-controls="menu-list"
        onClick={() => setOpen(!open)}
      >
        {t('common.menu')}
      </Button>
      <ul id="menu-list" className={open ? 'menu-list open' : 'menu-list'}>
        {MENU.map((item) => (
          <li key={item.key}>
            <Link
              to={item.to}
              className="menu-link"
              activeOptions={{ exact: item.to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={() => setOpen(false)}
            >
              {t(`common.${item.key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function LanguageSwitch() {
  const { t, language } = useWords()
  const router = useRouter()
  const other = language === 'en' ? 'zh-CN' : 'en'
  const change = () =>
    void router.navigate({
      to: '.',
      search: (old) => ({ ...old, lang: language === 'en' ? undefined : ('en' as const) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Button type="text" onClick={change} lang={other} aria-label={t('common.switchToLabel')} className="language">
      {t('common.switchTo')}
    </Button>
  )
}
