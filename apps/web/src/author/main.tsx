import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'antd/dist/reset.css'
import '../styles/base.css'
import '../styles/frame.css'
import '../styles/table.css'
import '../styles/author.css'
import '../i18n.ts'
import { parseSearch, stringifySearch, wordOf, type RawSearch } from '../shared/search.ts'
import { AuthorPage } from './page.tsx'

const route = createRootRoute({
  validateSearch: (raw: RawSearch): { lang?: 'en' | undefined } => ({ lang: wordOf(raw['lang'], ['en']) }),
  component: AuthorPage,
})
const router = createRouter({ routeTree: route, parseSearch, stringifySearch })

const element = document.getElementById('root')
if (!element) throw new Error('author.html has no #root')
createRoot(element).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
