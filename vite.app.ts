import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

type App = {
  readonly name: 'kiosk' | 'window' | 'display' | 'ticket' | 'appointment'
  readonly root: string
  readonly pages?: Record<string, string>
  /** For phones: Preact under React's names, a tenth of its weight (docs/decisions/017). */
  readonly light?: boolean
  /** All that the first screen needs comes in one file, whatever later ones share with it: parts pack worse. */
  readonly firstInOne?: boolean
  readonly plugins?: readonly Plugin[]
}

/** React's names, and what stands behind them in a light page. */
const LIGHT = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
]

/** Our lines are websockets: socket.io's other ways to talk stay out of what is sent. */
const WEBSOCKET_ALONE: Plugin = {
  name: 'websocket-alone',
  transform: {
    filter: { id: /engine\.io-client\/build\/esm\/transports\/index\.js$/ },
    handler: () => `import { WS } from './websocket.js'\nexport const transports = { websocket: WS }`,
  },
}

/**
 * How each of the apps is built: its folder's pages into `dist/<name>`, served by the server at `/<name>/`.
 * In development the API and the socket come from a running server.
 */
export function app({ name, root, pages, light = false, firstInOne = false, plugins = [] }: App): UserConfig {
  const server = process.env['SERVER'] ?? 'http://localhost:8080'
  return defineConfig({
    root,
    base: `/${name}/`,
    plugins: [react(), WEBSOCKET_ALONE, ...plugins],
    resolve: { alias: light ? LIGHT : [] },
    build: {
      outDir: `${import.meta.dirname}/dist/${name}`,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      assetsInlineLimit: 0, // a data: address would need a hole in the content security policy
      modulePreload: { polyfill: false },
      rolldownOptions: {
        checks: { bundlerTimings: false }, // how long a plugin took is nothing to whoever starts a hall
        ...(pages === undefined ? {} : { input: pages }),
        // A phone's page is one answer: a language that others fetch stands in it.
        ...(firstInOne
          ? { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } }
          : {}),
        ...(light && Object.keys(pages ?? {}).length === 1 ? { output: { codeSplitting: false } } : {}),
      },
    },
    server: {
      proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
    },
  })
}
