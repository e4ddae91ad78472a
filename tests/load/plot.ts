/** Lines over one axis, as an SVG that reads on light and dark ground. */
export type Plot = {
  readonly title: string
  readonly across: string
  readonly up: string
  readonly lines: readonly {
    readonly name: string
    readonly points: readonly (readonly [x: number, y: number])[]
  }[]
}

const [WIDTH, HEIGHT] = [640, 360]
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 24, 64, 52]
/** What a letter of a line's name takes, about. */
const LETTER = 7.5
const COLOURS = ['#0b5d57', '#a4262c', '#8a6100', '#33518a']

export function svgOf({ title, across, up, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  const ticks = {
    x: ticksTo(Math.max(...points.map(([x]) => x))),
    y: ticksTo(Math.max(...points.map(([, y]) => y))),
  }
  const most = { x: ticks.x.at(-1) ?? 1, y: ticks.y.at(-1) ?? 1 }
  const x = (value: number) => LEFT + (value / most.x) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / most.y) * (HEIGHT - TOP - BOTTOM)
  const nameAt = (index: number) =>
    LEFT + lines.slice(0, index).reduce((sum, { name }) => sum + (name.length + 3) * LETTER, 0)
  const text = (at: readonly [number, number], words: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="#10222b">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>`,
    text([LEFT, 22], title, 'font-size="15" font-weight="600"'),
    ...ticks.y.map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#d9d6ce"/>` +
        text([LEFT - 8, y(value) + 4], rounded(value), 'text-anchor="end"'),
    ),
    ...ticks.x.map((value) => text([x(value), HEIGHT - BOTTOM + 18], rounded(value), 'text-anchor="middle"')),
    text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12], across, 'text-anchor="middle"'),
    text(
      [14, (TOP + HEIGHT - BOTTOM) / 2],
      up,
      `text-anchor="middle" transform="rotate(-90 14 ${(TOP + HEIGHT - BOTTOM) / 2})"`,
    ),
    ...lines.flatMap(({ name, points: each }, index) => {
      const colour = COLOURS[index % COLOURS.length]
      const path = each.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' ')
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...each.map(
          ([px, py]) =>
            `<circle cx="${x(px).toFixed(1)}" cy="${y(py).toFixed(1)}" r="3.5" fill="${colour}"/>`,
        ),
        text([nameAt(index), 44], name, `fill="${colour}" font-weight="600"`),
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

/** @returns round numbers, four to six of them, from 0 to the first that is no less than `most`. */
function ticksTo(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(most / 4))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => most / each <= 5) ?? most
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}

function rounded(value: number): string {
  if (value >= 10) return String(Math.round(value))
  return String(Math.round(value * 100) / 100)
}
