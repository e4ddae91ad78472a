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
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 16, 44, 52]
const COLOURS = ['#0b5d57', '#a4262c', '#8a6100', '#33518a']

export function svgOf({ title, across, up, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  const most = {
    x: Math.max(...points.map(([x]) => x)),
    y: Math.max(...points.map(([, y]) => y)) * 1.1,
  }
  const x = (value: number) => LEFT + (value / most.x) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / most.y) * (HEIGHT - TOP - BOTTOM)
  const ticks = (end: number) => [0, 0.25, 0.5, 0.75, 1].map((share) => share * end)
  const text = (at: readonly [number, number], words: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="#10222b">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>`,
    text([LEFT, 22], title, 'font-size="15" font-weight="600"'),
    ...ticks(most.y).map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#d9d6ce"/>` +
        text([LEFT - 8, y(value) + 4], rounded(value), 'text-anchor="end"'),
    ),
    ...ticks(most.x).map((value) =>
      text([x(value), HEIGHT - BOTTOM + 18], rounded(value), 'text-anchor="middle"'),
    ),
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
        text(
          [WIDTH - RIGHT - 8, TOP + 4 + index * 18],
          name,
          `text-anchor="end" fill="${colour}" font-weight="600"`,
        ),
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

function rounded(value: number): string {
  if (value >= 10) return String(Math.round(value))
  return String(Math.round(value * 100) / 100)
}
