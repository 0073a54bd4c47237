import { uiMessages, type UiMessages } from '@plumbline/i18n'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: UiMessages }
  }
}

await i18next.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: false,
  resources: { 'zh-CN': { translation: uiMessages['zh-CN'] }, en: { translation: uiMessages.en } },
  interpolation: { escapeValue: false },
})

export { i18next }
