import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { printed } from '#shared/labels.ts'
import type { BoardCall, HallView } from '#shared/views.ts'
import { called, QUARTER_PAST_TEN } from './fixtures.ts'
import { standsOut } from './freshness.ts'
import { LastCalls } from './last-calls.tsx'
import { LeadCall } from './lead-call.tsx'

const windows: HallView['windows'] = [
  { window: 2, name: null, direction: 'left', state: 'open', label: null },
]

const OVER = ['on-hold', 'waiting', 'missed', 'left', 'done', 'unserved'] as const

function lead(state: BoardCall['state']): string {
  const call = called(1, 'Г 003', 2, 5, { state })
  return renderToStaticMarkup(
    <LeadCall
      call={call}
      window={windows[0] ?? null}
      isFresh={standsOut(call, QUARTER_PAST_TEN)}
      isStacked={false}
      caption={{ height: 92, font: 42, hasEnglish: true }}
      hasWhere
    />,
  )
}

describe('the newest call, five seconds after it was made', () => {
  test.each(['called', 'serving'] as const)('stands in amber with the way to the window: %s', (state) => {
    for (const sign of ['lead-called', 'lead-fresh', 'swell', 'arrow-left', 'наляво'])
      expect(lead(state)).toContain(sign)
  })

  test.each(OVER)('sends nobody back to a window that was left, and does not look new: %s', (state) => {
    for (const sign of ['lead-called', 'lead-fresh', 'swell', 'arrow', 'наляво'])
      expect(lead(state)).not.toContain(sign)
  })

  test('asks only whoever is called to come; of others a screen reader hears what became of them', () => {
    expect(lead('called')).toContain(`Номер ${printed('Г 003')}, моля, заповядайте на гише 2`)
    expect(lead('serving')).toContain(`Номер ${printed('Г 003')}, гише 2: обслужва се`)
    for (const state of [...OVER, 'serving'] as const) expect(lead(state)).not.toContain('моля, заповядайте')
  })

  test('has its number in Bulgarian in the English sentence too', () => {
    expect(lead('called')).toContain(
      `Number <span lang="bg">${printed('Г 003')}</span>, please come to window 2`,
    )
  })
})

test('in the list below an arrow leads only to a window where somebody is called or served', () => {
  const list = (state: BoardCall['state']) =>
    renderToStaticMarkup(
      <LastCalls
        calls={[called(1, 'Г 003', 2, 60, { state })]}
        windows={windows}
        isLit={() => false}
        hasArrows
        hasWords={false}
        isMany={false}
        isQuietDay={false}
        isFar
        hasHeading={false}
      />,
    )
  expect(list('serving')).toContain('arrow-left')
  for (const state of OVER) expect(list(state)).not.toMatch(/arrow-|наляво/)
})
