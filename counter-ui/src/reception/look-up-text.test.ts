import { expect, test } from 'vitest'
import { readLookUp } from './look-up-text.ts'

test.each(['147', '0147', 'пд 147', 'ПД-0147', 'pd147', ' Пд – 0147 '])('„%s“ is ПД-0147', (typed) => {
  expect(readLookUp(typed)).toEqual({ kind: 'number', number: 'ПД-0147' })
})

test.each(['0888 12 34 56', '076/684283', '+359 888 123456', '684283'])('„%s“ is a telephone', (typed) => {
  expect(readLookUp(typed)).toEqual({ kind: 'telephone', telephone: typed })
})

test('a name is neither', () => {
  expect(readLookUp('Иванов')).toEqual({ kind: 'unclear' })
  expect(readLookUp('  ')).toEqual({ kind: 'empty' })
})
