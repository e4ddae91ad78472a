import type { Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'

/**
 * A hall at work, at 10:40: people wait for much, some of them past the standard; at 1, 2, 4 and 8 they are served, the
 * one at 4 out of order; at 5 one is called; 7 has a break; 3 and 6 are closed.
 */
export async function busyHall(hall: Hall): Promise<void> {
  const services = [
    'payment',
    'tax-declaration',
    'heirs-certificate',
    'sketch',
    'information',
    'complaint',
    'payment',
  ]
  for (const service of services)
    await hall.kiosk.done('issue-ticket', { service, priority: service === 'sketch' })
  hall.clock.moveTo(officeTime('2026-11-25T10:38'))
  for (const service of services) await hall.kiosk.done('issue-ticket', { service, language: 'en' })
  hall.clock.moveTo(officeTime('2026-11-25T10:40'))
  for (const window of [1, 2, 8, 4, 7, 5]) {
    const clerk = await hall.as(`clerk${window}`)
    await clerk.done('open-window', { window })
    if (window === 7) await clerk.done('pause-window', { window, reason: 'break' })
    else if (window === 4)
      await clerk.done('call-ticket', { window, label: 'П 002', reason: 'short-question' })
    else await clerk.done('call-next', { window })
    if (![5, 7].includes(window)) await clerk.done('start-service', { window })
  }
}
