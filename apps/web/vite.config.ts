import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const API = process.env['PLUMBLINE_API'] ?? 'http://127.0.0.1:4180'

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single' }), react()],
  server: { host: '127.0.0.1', proxy: { '/trpc': API, '/healthz': API } },
  build: {
    target: 'es2023',
    // antd is one library of 200 kB (gzip) that every screen draws on.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // The product, and the page of `plumbline dev`.
      input: ['index.html', 'author.html'],
      // What changes seldom keeps its file name from release to release.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@trpc|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
})
