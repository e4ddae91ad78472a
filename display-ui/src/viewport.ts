import { useSyncExternalStore } from 'react'

/** @returns the size of the page in CSS pixels, also after it has changed. */
export function useViewport(): { readonly width: number; readonly height: number } {
  const size = useSyncExternalStore(onResize, () => `${innerWidth} ${innerHeight}`)
  const [width = 0, height = 0] = size.split(' ').map(Number)
  return { width, height }
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}
