import { describe, expect, it } from 'vitest'
import type { DayFace } from '#shared/views.ts'
import { closingNotice } from './closing.ts'

type Day = Pick<DayFace, 'phase' | 'closesAt' | 'limitAt'>

const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`)
// A fixture of a view: the brands are the server's to give.
const day = (phase: DayFace['phase']) =>
  ({ phase, closesAt: '2026-11-25T15:00:00Z', limitAt: '2026-11-25T17:00:00Z' }) as unknown as Day

describe('the quiet warning before the end of the day', () => {
  it('says nothing in the middle of the day', () => {
    expect(closingNotice(day('open'), at('14:49'))).toBeNull()
  })
  it('comes ten minutes before the hours end', () => {
    expect(closingNotice(day('open'), at('14:52'))).toMatchObject({ kind: 'closes-soon', minutes: 8 })
  })
  it('tells until when those inside are served, once the hours have ended', () => {
    expect(closingNotice(day('finishing'), at('15:30'))).toMatchObject({ kind: 'finishing' })
  })
  it('comes again ten minutes before the limit', () => {
    expect(closingNotice(day('finishing'), at('16:51'))).toMatchObject({ kind: 'limit-soon', minutes: 9 })
  })
  it('is silent on a day that is over', () => {
    expect(closingNotice(day('closed'), at('17:30'))).toBeNull()
  })
})
