import { expect, test } from 'vitest'
import { reachableBase } from './address.ts'

test('A phone is led to the public address where there is one', () => {
  expect(reachableBase({ publicUrl: 'https://gishe.pernik.bg', host: '0.0.0.0' }, 8080)).toBe(
    'https://gishe.pernik.bg',
  )
})

test('Without one it is led to the host that the server listens on, or to this machine in the hall’s network', () => {
  expect(reachableBase({ publicUrl: null, host: '192.168.1.7' }, 8080)).toBe('http://192.168.1.7:8080')
  expect(reachableBase({ publicUrl: null, host: '0.0.0.0' }, 8080)).toMatch(
    /^http:\/\/(localhost|\d+\.\d+\.\d+\.\d+):8080$/,
  )
})
