import { expect, test } from 'vitest'
import { hallBase, reachableBase } from './address.ts'

const nowhere = { publicUrl: null, hallUrl: null, host: '0.0.0.0' }
const outside = 'https://gishe.pernik.bg'
const inside = 'https://gishe.inner.pernik.bg'

test('A phone is led to the public address where there is one, else to the hall’s', () => {
  expect(reachableBase({ ...nowhere, publicUrl: outside, hallUrl: inside }, 8080)).toBe(outside)
  expect(reachableBase({ ...nowhere, hallUrl: inside }, 8080)).toBe(inside)
})

test('Without one it is led to the host that the server listens on, or to this machine in the hall’s network', () => {
  expect(reachableBase({ ...nowhere, host: '192.168.1.7' }, 8080)).toBe('http://192.168.1.7:8080')
  expect(reachableBase(nowhere, 8080)).toMatch(/^http:\/\/(localhost|\d+\.\d+\.\d+\.\d+):8080$/)
})

test('Staff are led to the hall’s address: at the public one a proxy may keep them out', () => {
  expect(hallBase({ publicUrl: outside, hallUrl: inside }, 8080)).toBe(inside)
  expect(hallBase({ publicUrl: outside, hallUrl: null }, 8080)).toBe(outside)
  expect(hallBase({ publicUrl: null, hallUrl: null }, 8080)).toBe('http://localhost:8080')
})
