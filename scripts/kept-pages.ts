import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { compiled } from './compiled.ts'

/**
 * Adds the worker that keeps an app's page and all that it is made of, for when the server is away.
 * @param entry the worker. It finds `FILES`, the addresses of what it keeps, and `BUILD`, another for each build.
 * @param base the app's address, e.g. `/kiosk/`.
 */
export function keptPages({ entry, base }: { readonly entry: string; readonly base: string }): Plugin {
  return {
    name: 'kept-pages',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `${base}${name}`)
        .toSorted()
      const pages = Object.values(bundle).flatMap((each) =>
        each.type === 'asset' && each.fileName.endsWith('.html') ? [String(each.source)] : [],
      )
      const build = createHash('sha256')
        .update(JSON.stringify([files, pages]))
        .digest('hex')
        .slice(0, 12)
      const source = await compiled(entry, { FILES: JSON.stringify(files), BUILD: JSON.stringify(build) })
      this.emitFile({ type: 'asset', fileName: 'worker.js', source })
    },
  }
}
