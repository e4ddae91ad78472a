import { expect, test } from 'vitest'
import { inUseFirst } from './windows-panel.tsx'

const window = (number: number, state: 'calling' | 'serving' | 'open' | 'paused' | 'closed') => ({
  window: number,
  name: null,
  direction: null,
  state,
  label: null,
})

test('where the board has fewer rows than windows, those at rest make room, and the others keep their order', () => {
  const windows = [window(1, 'closed'), window(2, 'serving'), window(3, 'paused'), window(4, 'calling')]
  expect(inUseFirst(windows, 3).map((each) => each.window)).toEqual([2, 3, 4])
  expect(inUseFirst(windows, 2).map((each) => each.window)).toEqual([2, 4])
  expect(inUseFirst(windows, 8)).toEqual(windows)
})
