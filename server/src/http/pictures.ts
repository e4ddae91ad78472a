import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Pictures } from '#shared/pictures.ts'

const PICTURES = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif', '.svg'])
const VIDEOS = new Set(['.mp4', '.webm'])

/**
 * The pictures and videos between the calls, from the folder that the office's configuration names. What is laid there
 * or taken away is on the boards at their next look.
 * @param folders by the office's id; null: it has none
 */
export async function pictureFiles(
  app: FastifyInstance,
  folders: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const [office, folder] of folders) {
    // A route of its own: the files' wildcard would take it.
    app.get(`/pictures/${office}/index.json`, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').send(folder === null ? NONE : picturesIn(folder)),
    )
    if (folder === null || !existsSync(folder)) continue
    await app.register(fastifyStatic, {
      root: folder,
      prefix: `/pictures/${office}/`,
      decorateReply: false,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      allowedPath: (path) => kindOf(path) !== null,
      setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
    })
  }
}

const NONE: Pictures = { files: [] }

export function picturesIn(folder: string): Pictures {
  if (!existsSync(folder)) return NONE
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((a, b) => a.localeCompare(b, 'bg', { numeric: true }))
  return {
    files: names.flatMap((name) => {
      const kind = kindOf(name)
      return kind === null ? [] : [{ name, kind }]
    }),
  }
}

function kindOf(name: string): 'picture' | 'video' | null {
  const ending = extname(name).toLowerCase()
  if (PICTURES.has(ending)) return 'picture'
  return VIDEOS.has(ending) ? 'video' : null
}
