import { describe, expect, test } from 'vitest'
import { CAP_HEIGHT, CAP_MM_PER_METRE, layout, readSizing } from './layout.ts'

const fullHd = { width: 1920, height: 1080 }

describe('a board read from ten metres on a 55-inch screen', () => {
  const board = layout({ ...fullHd, distance: 10, diagonal: 55 })

  test('needs capitals 122 mm high: 192 of 1080 pixels', () => {
    // 55 in across, 16:9: 684.9 mm high; 122 mm of them are 192.4 pixels, and those 294 pixels of type.
    expect(board.reading?.capital).toBeCloseTo(192.4, 1)
  })

  test('has them in the lead and in the two rows below it', () => {
    expect(board.lead.font * CAP_HEIGHT).toBeGreaterThanOrEqual(192.3)
    expect(board.list.font * CAP_HEIGHT).toBeGreaterThanOrEqual(192.3)
    expect(board.list).toMatchObject({ rows: 2, columns: 1, hasArrows: true })
    expect(board.reading?.reaches).toBe('all')
  })

  test('still has the call in the upper third; what cannot be read from there has made room for the calls', () => {
    expect(board.lead.height).toBeCloseTo(360, 0)
    expect([board.panel, board.caption]).toEqual([null, null])
    expect(board.list.width).toBe(1920)
  })
})

describe('a board read from three metres on a 55-inch screen', () => {
  const board = layout({ ...fullHd, distance: 3, diagonal: 55 })

  test('has the windows and the words below the call in the same size as the rule asks of calls', () => {
    for (const font of [board.panel?.font, board.caption?.font, board.foot.font, board.list.font])
      expect((font ?? 0) * CAP_HEIGHT).toBeGreaterThanOrEqual(57.7)
  })

  test('shows as many windows as then fit whole', () => {
    const { rows = 0, font = 0 } = board.panel ?? {}
    expect(rows).toBeGreaterThanOrEqual(4)
    expect(board.lead.height + 52 + rows * font + board.foot.height).toBeLessThanOrEqual(1080)
  })
})

test('where nothing but the call fits, no heading stands over nothing', () => {
  const board = layout({ ...fullHd, distance: 20, diagonal: 55 })
  expect([board.panel, board.caption]).toEqual([null, null])
  expect(board.list.width).toBe(1920)
})

test('at five metres the room of the windows goes to the calls: twice as many, each as large as the rule asks', () => {
  const { list, panel, reading } = layout({ ...fullHd, distance: 5, diagonal: 55 })
  expect([panel, list.columns]).toEqual([null, 2])
  expect(list.rows * list.columns).toBeGreaterThanOrEqual(6)
  expect(list.font * CAP_HEIGHT + 0.5).toBeGreaterThanOrEqual(reading?.capital ?? Infinity)
})

test('no call below stands larger than the newest, however much room there is', () => {
  const { lead, list } = layout({ ...fullHd, distance: 10, diagonal: 55, long: true })
  expect(list.font).toBeLessThan(lead.font)
})

test('what everyone must know at length has a higher foot', () => {
  expect(layout({ ...fullHd, long: true }).foot.height).toBeGreaterThan(layout(fullHd).foot.height * 1.5)
})

test('the thousandth ticket of the day is called in the same size, though its label is longer', () => {
  const { lead, reading } = layout({ ...fullHd, distance: 10, diagonal: 55, labelDigits: 4 })
  expect(lead).toMatchObject({ isStacked: false, height: 360 })
  expect(reading?.leadMetres).toBeGreaterThanOrEqual(10)
})

test('nearer readers get more rows', () => {
  const rows = [14, 10, 8, 6, 4].map((distance) => layout({ ...fullHd, distance, diagonal: 55 }).list.rows)
  expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  expect(rows.at(-1)).toBeGreaterThanOrEqual(5)
})

test('a small screen for a short distance is sized by the same rule', () => {
  const { reading, list } = layout({ ...fullHd, distance: 4, diagonal: 32 })
  expect(reading?.capital).toBeCloseTo(4 * CAP_MM_PER_METRE * (1080 / 398.5), 0)
  expect(list.font * CAP_HEIGHT).toBeGreaterThanOrEqual(reading?.capital ?? Infinity)
  expect(list.rows).toBeGreaterThanOrEqual(3)
})

test('the same screen in 4K shows the same board, in twice the pixels', () => {
  const hd = layout({ ...fullHd, distance: 10, diagonal: 55 })
  const uhd = layout({ width: 3840, height: 2160, distance: 10, diagonal: 55 })
  expect(uhd.lead.font).toBeCloseTo(2 * hd.lead.font)
  expect(uhd.list.rows).toBe(hd.list.rows)
})

test('where only the call can be read from so far, one row stays and the installer is told how far it reaches', () => {
  const { list, reading } = layout({ ...fullHd, distance: 13, diagonal: 55 })
  expect(list.rows).toBe(1)
  expect(reading?.reaches).toBe('lead')
  expect(reading?.leadMetres).toBeGreaterThanOrEqual(13)
  expect(reading?.listMetres).toBeLessThan(13)
})

test('where not even the call can be read, the board is as large as it goes and says so', () => {
  const { lead, reading } = layout({ ...fullHd, distance: 30, diagonal: 32 })
  expect(reading?.reaches).toBe('none')
  expect(reading?.leadMetres).toBeLessThan(30)
  expect(lead.height).toBeLessThan(1080)
})

test('without a distance the board has sensible proportions, upright too', () => {
  expect(layout(fullHd)).toMatchObject({
    unit: 1,
    reading: null,
    list: { rows: 4, hasWords: true },
    lead: { height: 360 },
  })
  expect(layout({ width: 1080, height: 1920 })).toMatchObject({
    unit: 1,
    isUpright: true,
    list: { rows: 6 },
    lead: { height: 640 },
  })
})

test('twelve fresh calls are all on the board, smaller rather than absent', () => {
  const { list } = layout({ ...fullHd, distance: 10, diagonal: 55, atLeast: 11 })
  expect(list.rows * list.columns).toBeGreaterThanOrEqual(11)
})

test('the training ribbon takes its height from the list, never from the call', () => {
  const plain = layout(fullHd)
  const training = layout({ ...fullHd, training: true })
  expect(training.lead).toEqual(plain.lead)
  expect(training.list.font).toBeLessThan(plain.list.font)
})

test('the lead never overflows its width, whatever the label, the window and the screen', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [1280, 720],
    [3840, 2160],
    [1024, 768],
  ] as const) {
    for (const distance of [undefined, 4, 10, 20]) {
      for (const labelDigits of [3, 4] as const) {
        const { lead, unit } = layout({ width, height, distance, labelDigits, windowDigits: 2 })
        const ems = (labelDigits === 4 ? 3.62 : 2.99) + (lead.isStacked ? 0 : 2.5)
        expect(lead.font * ems).toBeLessThanOrEqual(width - 96 * unit + 1)
      }
    }
  }
})

describe('the installer’s words in the address', () => {
  test('metres, inches and the ratio of the screen as it hangs', () => {
    expect(readSizing('?distance=10&screen=55')).toEqual({ distance: 10, diagonal: 55, ratio: undefined })
    expect(readSizing('?distance=7,5&screen=32&ratio=9:16')).toEqual({
      distance: 7.5,
      diagonal: 32,
      ratio: 9 / 16,
    })
  })

  test('nonsense is as good as nothing', () => {
    const nothing = { distance: undefined, diagonal: undefined, ratio: undefined }
    expect(readSizing('')).toEqual(nothing)
    expect(readSizing('?distance=-3&screen=big&ratio=0:0')).toEqual(nothing)
  })
})
