import { createHash } from 'node:crypto'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { nowhere } from './nowhere.ts'

const page = 'text/html,application/xhtml+xml,*/*;q=0.8'

function asked(url: string, { accept = page, host = 'gishe.inner' } = {}) {
  const app = fastify()
  app.setNotFoundHandler(
    nowhere({ publicUrl: 'https://gishe.example', hallUrl: 'https://gishe.inner.example' }),
  )
  return app.inject({ url, headers: { accept, host } })
}

test('a person who mistyped an address reads in both languages where to go', async () => {
  const { statusCode, headers, body } = await asked('/nothing')

  expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(body).toContain('Няма такава страница')
  expect(body).toContain('There is no such page')
  for (const way of ['/kiosk', '/window', '/display']) expect(body).toContain(`href="${way}"`)
})

test('its own style is all that the page may have', async () => {
  const { headers, body } = await asked('/nothing')
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? []

  expect(headers['content-security-policy']).toContain(
    `style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  expect(body).not.toMatch(/ style=|<script/)
})

test('by the name that phones come by, nobody is sent to the hall’s own pages', async () => {
  const { statusCode, body } = await asked('/windwo', { host: 'gishe.example' })

  expect(statusCode).toBe(404)
  expect(body).toContain('сканирайте отново кода')
  expect(body).not.toContain('href=')
})

test.each([
  ['/api/nothing', page],
  ['/health/nothing', page],
  ['/kiosk/assets/gone.js', '*/*'],
])('a program that asks for %s gets a refusal', async (url, accept) => {
  const { statusCode, body } = await asked(url, { accept })

  expect([statusCode, JSON.parse(body)]).toEqual([404, expect.objectContaining({ code: 'not-found' })])
})
