import { lazy, Suspense, type ComponentProps } from 'react'

/** Asked for right behind the first screen, which must be there at once: long before anybody has a ticket. */
const asked = import('./qr-code.tsx')

/** Without the code the number is still whole: a page that could not fetch it shows the rest. */
const Drawn = lazy(() =>
  asked.then(
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
