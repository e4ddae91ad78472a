import { createECDH } from 'node:crypto'
import { expect, test } from 'vitest'
import { areKeys, encrypted } from './encryption.ts'

// The example of RFC 8291, section 5.
const KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

test('a message is encrypted to the letter as the standard’s example is', () => {
  const ours = createECDH('prime256v1')
  ours.setPrivateKey('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url')
  const salt = Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url')

  expect(
    encrypted('When I grow up, I want to be a watermelon', KEYS, { salt, ours }).toString('base64url'),
  ).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('the same message is never the same twice', () => {
  expect(encrypted('Г 014', KEYS).equals(encrypted('Г 014', KEYS))).toBe(false)
})

test.each([
  ['no point of the curve', { ...KEYS, p256dh: `B${'A'.repeat(86)}` }],
  ['a secret too short', { ...KEYS, auth: 'BTBZMqHH6r4' }],
])('%s is no browser’s key', (_what, keys) => {
  expect([areKeys(KEYS), areKeys(keys)]).toEqual([true, false])
})
