import { lazy, Suspense, type ComponentProps } from 'react'

/** Asked for with the first touch: long before whoever touches has a ticket. */
let asked: Promise<typeof import('./qr-code.tsx')> | null = null
const ask = () => (asked ??= import('./qr-code.tsx'))
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, ask, { once: true })

/** Without the code the number is still whole: a page that could not fetch it shows the rest. */
const Drawn = lazy(() =>
  ask().then(
    ({ QrCode }) => ({ default: QrCode }),
    () => ({ default: Blank }),
  ),
)

export function QrCodeLater(props: ComponentProps<typeof Drawn>) {
  return (
    <Suspense fallback={<Blank />}>
      <Drawn {...props} />
    </Suspense>
  )
}

function Blank() {
  return <svg className="qr" viewBox="0 0 1 1" aria-hidden="true" />
}
