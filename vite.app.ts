import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

type App = {
  readonly name: 'kiosk' | 'window' | 'display'
  readonly root: string
  readonly pages?: Record<string, string>
}

/**
 * How each of the three apps is built: its folder's pages into `dist/<name>`, served by the server at `/<name>/`.
 * In development (`npm run dev:<name>`) the API and the socket come from a running server.
 */
export function app({ name, root, pages }: App): UserConfig {
  const server = process.env['SERVER'] ?? 'http://localhost:8080'
  return defineConfig({
    root,
    base: `/${name}/`,
    plugins: [react()],
    build: {
      outDir: `${import.meta.dirname}/dist/${name}`,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      assetsInlineLimit: 0, // a data: address would need a hole in the content security policy
      modulePreload: { polyfill: false },
      ...(pages === undefined ? {} : { rolldownOptions: { input: pages } }),
    },
    server: {
      proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
    },
  })
}
