import type { Interval } from '#shared/what-if.ts'

export type Series = {
  readonly name: string
  /** By half hour; null where nobody came. */
  readonly values: readonly (Interval | null)[]
  readonly line: 'usual' | 'plan' | 'sought'
}

type Props = {
  readonly title: string
  readonly halves: readonly string[]
  readonly series: readonly Series[]
  /** What a value is shown as: minutes, or a share. */
  readonly scale: (value: number) => number
  readonly unit: '' | '%'
  /** The highest the axis must reach, in the unit shown. */
  readonly atLeast: number
  /** A line to hold the curves against, in the unit shown. */
  readonly mark?: number
}

const [WIDTH, HEIGHT] = [560, 220]
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 12, 28]

/** Curves over the day, each with the band of its 95 % interval; told apart by dashes as well as colour. */
export function Curve({ title, halves, series, scale, unit, atLeast, mark }: Props) {
  const shown = (value: number) => Math.max(0, scale(value))
  const most = Math.max(
    atLeast,
    ...series.flatMap(({ values }) => values.map((each) => (each === null ? 0 : shown(each.mean) * 1.08))),
  )
  const top = unit === '%' ? 100 : niceAbove(most)
  const x = (half: number) => LEFT + ((half + 0.5) / halves.length) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - Math.min(top, value) / top) * (HEIGHT - TOP - BOTTOM)
  const ticks = [0, top / 4, top / 2, (top * 3) / 4, top]
  return (
    <figure className="curve">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={summary(title, halves, series, shown, unit)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="curve-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className="curve-tick" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {Math.round(tick)}
              {unit}
            </text>
          </g>
        ))}
        {halves.map((half, index) =>
          index % 2 === 0 ? (
            <text key={half} className="curve-tick" x={x(index)} y={HEIGHT - 8} textAnchor="middle">
              {half}
            </text>
          ) : null,
        )}
        {mark === undefined ? null : (
          <line className="curve-mark" x1={LEFT} x2={WIDTH - RIGHT} y1={y(mark)} y2={y(mark)} />
        )}
        {series.map(({ name, values, line }) => (
          <g key={name} className={`curve-${line}`}>
            <path className="curve-band" d={band(values, x, y, shown)} />
            <path className="curve-line" d={path(values, x, y, shown)} />
            {values.map((each, index) =>
              each === null ? null : (
                <circle
                  key={halves[index]}
                  className="curve-dot"
                  cx={x(index)}
                  cy={y(shown(each.mean))}
                  r="3"
                />
              ),
            )}
          </g>
        ))}
      </svg>
    </figure>
  )
}

type At = (value: number) => number

function path(values: Series['values'], x: At, y: At, shown: At): string {
  let isFirst = true
  return values
    .flatMap((each, index) => {
      if (each === null) {
        isFirst = true
        return []
      }
      const move = isFirst ? 'M' : 'L'
      isFirst = false
      return [`${move}${x(index).toFixed(1)} ${y(shown(each.mean)).toFixed(1)}`]
    })
    .join(' ')
}

function band(values: Series['values'], x: At, y: At, shown: At): string {
  const known = values.flatMap((each, index) => (each === null ? [] : [{ each, index }]))
  if (known.length < 2) return ''
  const point = (index: number, value: number) => `${x(index).toFixed(1)} ${y(shown(value)).toFixed(1)}`
  const over = known.map(({ each, index }) => point(index, each.high))
  const under = known.toReversed().map(({ each, index }) => point(index, each.low))
  return `M${[...over, ...under].join(' L')} Z`
}

function niceAbove(value: number): number {
  return [5, 10, 20, 30, 40, 60, 80, 120, 160, 200, 240, 320, 400, 600].find((each) => each >= value) ?? value
}

/** For who hears the page: each curve's course in words. */
function summary(
  title: string,
  halves: readonly string[],
  series: readonly Series[],
  shown: At,
  unit: string,
): string {
  const told = series.map(({ name, values }) => {
    const points = values.flatMap((each, index) =>
      each === null || index % 4 !== 0 ? [] : [`${halves[index]} ${Math.round(shown(each.mean))}${unit}`],
    )
    return `${name}: ${points.join(', ')}`
  })
  return `${title}. ${told.join('. ')}`
}
