/** @returns CSS pixels to a millimetre on a panel of that diagonal, inches, that shows a page of so many pixels; 0: nobody has said how large it is. */
export function millimetre(
  inches: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  return inches > 0 ? Math.hypot(width, height) / (inches * 25.4) : 0
}

/** Tells the styles how large a millimetre is on this panel, from `?screen=` in the kiosk's address: its diagonal in inches. */
export function measurePanel(): void {
  const inches = Number(new URLSearchParams(location.search).get('screen'))
  const tell = () =>
    document.documentElement.style.setProperty(
      '--mm',
      `${millimetre(inches, { width: innerWidth, height: innerHeight }).toFixed(3)}px`,
    )
  tell()
  window.addEventListener('resize', tell)
}
