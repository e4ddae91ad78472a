import { lazy, Suspense, type ComponentProps } from 'react'
import { Connecting } from './connecting.tsx'

/** Seen once in a kiosk's life: fetched then, so that every other first screen is there the sooner. */
const Later = lazy(async () => ({ default: (await import('./set-up.tsx')).SetUp }))

export function SetUp(props: ComponentProps<typeof Later>) {
  return (
    <Suspense fallback={<Connecting />}>
      <Later {...props} />
    </Suspense>
  )
}
