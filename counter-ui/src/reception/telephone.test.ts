import { expect, test } from 'vitest'
import { dialled } from './telephone.ts'

test('a telephone is shown as one dials it', () => {
  expect(dialled('+359888123456')).toBe('0888 123 456')
  expect(dialled('+35976684283')).toBe('076 684 283')
  expect(dialled('+35929813000')).toBe('02 981 3000')
})

test('a foreign telephone keeps its country', () => {
  expect(dialled('+4930123456')).toBe('+4930123456')
})
