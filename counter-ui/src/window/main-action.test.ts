import { describe, expect, it } from 'vitest'
import type { WindowView } from '#shared/views.ts'
import { mainActionOf, spotOf } from './main-action.ts'

type Seen = Parameters<typeof mainActionOf>[0]

// Fixtures of a view: the brands are the server's to give.
const clerk = { id: 'clerk3', name: 'К. Трети' } as unknown as NonNullable<WindowView['clerk']>
const ticket = (state: 'called' | 'serving', label: string) =>
  ({ state, id: label, label }) as unknown as NonNullable<WindowView['current']>
const window = (seen: Partial<Seen>): Seen => ({
  state: 'open',
  clerk,
  current: null,
  day: { phase: 'open' },
  ...seen,
})

describe('the main action at a window', () => {
  it('opens a closed window', () => {
    expect(mainActionOf(window({ state: 'closed', clerk: null }), 'clerk3')).toBe('open-window')
  })
  it('calls the next person when nobody is at the window', () => {
    expect(mainActionOf(window({}), 'clerk3')).toBe('call-next')
  })
  it('starts the service of the person called', () => {
    expect(mainActionOf(window({ state: 'calling', current: ticket('called', 'Г 014') }), 'clerk3')).toBe(
      'start-service',
    )
  })
  it('finishes the service and calls the next person', () => {
    expect(mainActionOf(window({ state: 'serving', current: ticket('serving', 'Г 014') }), 'clerk3')).toBe(
      'finish-and-call',
    )
  })
  it('resumes after a break', () => {
    expect(mainActionOf(window({ state: 'paused' }), 'clerk3')).toBe('resume-window')
  })
  it('opens a window before the doors are open, and while people are still being served', () => {
    for (const phase of ['before-opening', 'finishing'] as const)
      expect(mainActionOf(window({ state: 'closed', clerk: null, day: { phase } }), 'clerk3')).toBe(
        'open-window',
      )
  })
  it('offers nothing at a closed window on a day off and after the day: it could only be refused', () => {
    for (const phase of ['closed-day', 'closed'] as const)
      expect(mainActionOf(window({ state: 'closed', clerk: null, day: { phase } }), 'clerk3')).toBe('nothing')
  })
  it('after the limit finishes what has begun without calling anyone, and then closes the window', () => {
    const over = { day: { phase: 'closed' } } as const
    expect(
      mainActionOf(window({ ...over, state: 'serving', current: ticket('serving', 'Г 014') }), 'clerk3'),
    ).toBe('finish')
    expect(mainActionOf(window(over), 'clerk3')).toBe('close-window')
  })
  it('leaves a window where somebody else works alone', () => {
    expect(mainActionOf(window({ current: ticket('called', 'Г 014') }), 'clerk1')).toBe('choose-another')
  })
  it('is another one when the person at the window is another', () => {
    const before = window({ state: 'calling', current: ticket('called', 'Г 014') })
    const after = window({ state: 'calling', current: ticket('called', 'Г 015') })
    expect(spotOf(before, 'clerk3')).not.toBe(spotOf(after, 'clerk3'))
  })
})
