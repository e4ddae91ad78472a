import { lazy, Suspense, type ComponentProps } from 'react'

/** Asked for with the first touch, long before whoever touches has a ticket; what did not come, with the next one. */
let asked: Promise<typeof import('./qr-code.tsx') | null> | null = null
function ask() {
  asked ??= import('./qr-code.tsx').catch(() => (asked = null))
  return asked
}
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => void ask())

/** Without the code the number is still whole: a page that could not fetch it shows the rest. */
const Drawn = lazy(async () => ({ default: (await ask())?.QrCode ?? Blank }))

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
