import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subset from 'subset-font'
import type { ESTree, Plugin } from 'vite'
import { FURTHER_LANGUAGES } from '#shared/languages.ts'
import { compiled } from './compiled.ts'

type Parts = {
  /** Which sections of each further language's words the page says. */
  readonly sections: readonly string[]
  /** A module that runs before anything else of the page has come. */
  readonly first: string
  /** A module that runs when the page is closed. */
  readonly worker: string
}

/** What Vite leaves in the place of the files that an import would need first: a page that is one needs none. */
const NOTHING_TO_PRELOAD = '__VITE_PRELOAD__'

/**
 * Makes one answer of a page: its styles and scripts stand in it, so that it is there after one way to the server and
 * back. What runs first stands in front; the program stands last, behind what a server has written to be read meanwhile. Of the typeface a page loads the letters that it can show, in files of their own.
 */
export function onePage({ first, worker, sections }: Parts): Plugin {
  let firstCode = ''
  return {
    name: 'one-page',
    enforce: 'post',
    transform: {
      filter: { id: DICTIONARY },
      handler(code) {
        return { code: withSections(code, this.parse(code), sections), map: null }
      },
    },
    async generateBundle(_options, bundle) {
      const [page] = Object.values(bundle).flatMap((each) =>
        each.type === 'asset' && each.fileName.endsWith('.html') ? [each] : [],
      )
      if (page === undefined) throw new Error('there is no page to be made one')
      const faces = await typeface()
      const rules = faces.map(({ name, range, source }) => {
        const file = this.getFileName(this.emitFile({ type: 'asset', name, source }))
        return faceRule(`/ticket/${file}`, range)
      })
      let html = String(page.source)
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') {
          if (!part.isEntry) throw new Error(`${part.fileName} would be asked for later: the page is one`)
          html = replaced(html, new RegExp(`<script[^>]+src="/ticket/${part.fileName}"></script>`), () => '')
          html = replaced(html, /<\/body>/, (end) => {
            return `${script(part.code.replaceAll(NOTHING_TO_PRELOAD, 'void 0'), 'type="module"')}${end}`
          })
          delete bundle[part.fileName]
        }
        if (part.type === 'asset' && part.fileName.endsWith('.css')) {
          html = replaced(html, new RegExp(`<link[^>]+href="/ticket/${part.fileName}">`), () =>
            style(String(part.source) + rules.join('')),
          )
          delete bundle[part.fileName]
        }
      }
      page.source = replaced(html, /<meta charset="utf-8" \/>/, (meta) => `${meta}${script(firstCode)}`)
    },
    async buildStart() {
      firstCode = await compiled(first)
      this.emitFile({ type: 'asset', fileName: 'worker.js', source: await compiled(worker) })
    },
  }
}

const DICTIONARY = new RegExp(`/shared/src/words/(${FURTHER_LANGUAGES.join('|')})\\.ts$`)

/** @returns a dictionary's module with these of its sections alone. */
function withSections(code: string, { body }: ESTree.Program, sections: readonly string[]): string {
  const parts = body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap(({ init }) =>
      init?.type === 'ObjectExpression' ? init.properties : [],
    )
  })
  const named = new Set(
    parts.flatMap((part) =>
      part.type === 'Property' && part.key.type === 'Identifier' ? [part.key.name] : [],
    ),
  )
  const missing = sections.filter((section) => !named.has(section))
  if (missing.length > 0) throw new Error(`no dictionary has ${missing.join(', ')}`)
  return parts.reduceRight(
    (left, { start, end, ...part }) =>
      part.type === 'Property' && part.key.type === 'Identifier' && sections.includes(part.key.name)
        ? left
        : left.slice(0, start) + left.slice(end).replace(/^\s*,/, ''),
    code,
  )
}

/** What a phone can show: Bulgarian, and the languages that are written with these Latin letters. */
const CYRILLIC = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝ№'
const LATIN = `${range(0x20, 0x7e)}\u00a0·–—„“”’…€«»ÄÖÜßäöüÇçÉé`
const PACKAGE = '@fontsource-variable/sofia-sans'
/** The weights of the page's styles. */
const WEIGHTS = { min: 400, max: 800 }

async function typeface() {
  const folder = createRequire(import.meta.url)
    .resolve(`${PACKAGE}/index.css`)
    .replace('index.css', 'files')
  const part = async (name: string, letters: string, range: string) => ({
    name: `sofia-sans-${name}.woff2`,
    range,
    source: await subset(readFileSync(`${folder}/sofia-sans-${name}-wght-normal.woff2`), letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: WEIGHTS },
    }),
  })
  return Promise.all([
    part('cyrillic', CYRILLIC, 'U+0400-045F,U+2116'),
    part('latin', LATIN, 'U+0000-00FF,U+2000-206F,U+20AC'),
  ])
}

function faceRule(address: string, range: string): string {
  return `@font-face{font-family:'Sofia Sans Variable';font-weight:${WEIGHTS.min} ${WEIGHTS.max};font-display:swap;src:url(${address}) format('woff2');unicode-range:${range}}`
}

function range(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

function script(code: string, attributes = ''): string {
  return `<script ${attributes}>${code.trim().replaceAll('</script', '<\\/script')}</script>`
}

function style(rules: string): string {
  return `<style>${rules}</style>`
}

function replaced(text: string, part: RegExp, by: (found: string) => string): string {
  if (!part.test(text)) throw new Error(`the page has no ${part.source}`)
  return text.replace(part, by)
}
