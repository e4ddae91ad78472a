import { describe, expect, test } from 'vitest'
import { pernik } from '../../../tests/harness/settings.ts'
import { dotsOf, Printing, printerFor } from './printing.ts'

const network = (id: string, more: object = {}) => ({
  id,
  name: { bg: id, en: id },
  connection: { kind: 'network', host: '10.0.0.5' },
  paper: 80,
  ...more,
})
const hall = { printers: [network('door'), network('desk')], kiosks: { 'kiosk-1': 'door' }, staff: 'desk' }
const problems = (change: object) =>
  Printing.safeParse({ ...hall, ...change }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  ) ?? []

describe('The hall’s printers', () => {
  test('print dots, answer and cut, on the usual port, unless it is said otherwise', () => {
    expect(Printing.parse(hall).printers[0]).toEqual({
      id: 'door',
      name: { bg: 'door', en: 'door' },
      connection: { kind: 'network', host: '10.0.0.5', port: 9100 },
      paper: 80,
      mode: { kind: 'raster' },
      answers: true,
      confirms: true,
      cuts: true,
    })
  })

  test.each([
    [
      'two of one id',
      { printers: [network('door'), network('door'), network('desk')] },
      'printers: two printers share an id',
    ],
    ['a kiosk that prints nowhere', { kiosks: { 'kiosk-1': 'none' } }, 'kiosks.kiosk-1: no printer "none"'],
    ['staff who print nowhere', { staff: 'none' }, 'staff: no printer "none"'],
    [
      'staff at a kiosk’s own printer',
      { printers: [network('door'), network('desk', { connection: { kind: 'browser' } })] },
      'staff: a kiosk’s own printer cannot be reached from here',
    ],
  ])('are refused with %s', (_what, change, problem) => {
    expect(problems(change)).toContain(problem)
  })

  test('are refused on paper that nobody sells', () => {
    expect(problems({ printers: [network('door', { paper: 76 }), network('desk')] })).toHaveLength(1)
  })

  test('put 576 dots in a line of 80 mm and 384 in one of 58, or what they say themselves', () => {
    const [wide, narrow, own] = [{ paper: 80 }, { paper: 58 }, { paper: 80, dots: 512 }] as const
    expect([wide, narrow, own].map(dotsOf)).toEqual([576, 384, 512])
  })

  test('print a kiosk’s tickets where that kiosk prints, and those of staff where staff do', () => {
    const printing = Printing.parse(hall)
    const at = (by: Parameters<typeof printerFor>[1]) => printerFor(printing, by)

    expect(at({ kind: 'device', id: 'kiosk-1' })).toBe('door')
    expect(at({ kind: 'device', id: 'kiosk-2' })).toBeNull()
    expect(at({ kind: 'staff', id: 'clerk1' as never })).toBe('desk') // a name of staff
    expect(at({ kind: 'clock' })).toBeNull()
    expect(printerFor(undefined, { kind: 'device', id: 'kiosk-1' })).toBeNull()
  })

  test('are none in the seeded example: its tickets are on screens', () => {
    expect(pernik().printing).toBeUndefined()
  })
})
