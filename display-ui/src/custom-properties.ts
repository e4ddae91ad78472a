import type { CSSProperties } from 'react'

/** Lengths from the layout for the stylesheets: numbers become pixels. React's style type knows no custom properties. */
export function customProperties(values: Readonly<Record<`--${string}`, number | string>>): CSSProperties {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? `${Math.round(value * 100) / 100}px` : value,
  ])
  return Object.fromEntries(entries) as CSSProperties // custom properties alone, see above
}
