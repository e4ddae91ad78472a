import type { Line } from '#shared/client/live.ts'

/** @returns a promise that is kept when the line goes down, with null; `forget` when nobody waits for it any more. */
export function lineLost(
  line: Line,
  office: string,
): { readonly happened: Promise<null>; readonly forget: () => void } {
  const source = line.watch(office, 'kiosk')
  let forget = () => {}
  const happened = new Promise<null>((resolve) => {
    const look = () => {
      if (source.get().status !== 'live') resolve(null)
    }
    forget = source.subscribe(look)
    look()
  })
  return { happened, forget: () => forget() }
}
