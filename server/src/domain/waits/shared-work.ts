import type { Model, Scene } from './forward.ts'
import { meanRest } from './durations.ts'
import type { Quantiles } from './calibration.ts'

/**
 * The simpler estimate, for when the futures can't be had: the work ahead over the windows that share it. W. Whitt's
 * queue-length predictor, (people ahead + 1) × mean ÷ windows, with each service's work falling in equal parts on the
 * windows that serve it, and with what is left of the services in progress.
 * @param newcomer the service that a ticket is taken for now.
 * @returns milliseconds until the call; null when no window is open for the service.
 */
export function sharedWork(scene: Scene, model: Model, newcomer: number): Quantiles | null {
  const { hall, windows, waiting } = scene
  const serving = (line: number) =>
    hall.windows.flatMap((lines, window) =>
      windows[window]?.state !== 'closed' && lines.includes(line) ? [window] : [],
    )
  const mine = serving(newcomer)
  if (mine.length === 0) return null
  if (mine.some((window) => windows[window]?.state === 'free') && waiting.length === 0)
    return { p50: 0, p90: 0 }
  let work = 0
  const shares = Array.from({ length: hall.lines }, (_, line) => {
    const theirs = serving(line)
    if (theirs.length === 0) return 0
    return theirs.filter((window) => mine.includes(window)).length / theirs.length
  })
  for (const ticket of waiting)
    work += (model.occupied[ticket.service]?.mean ?? 0) * (shares[ticket.line] ?? 0)
  for (const window of mine) work += restOf(scene, model, window) / mine.length // until the first of them is free
  const p50 = work / mine.length
  return { p50, p90: p50 * 1.5 + 60_000 }
}

function restOf(scene: Scene, model: Model, window: number): number {
  const state = scene.windows[window]
  switch (state?.state) {
    case 'serving':
      return rest(model, state.service, state.elapsed)
    case 'calling':
      return model.occupied[state.service]?.mean ?? 0
    case 'paused':
      return meanRest(model.pause, state.elapsed)
    case 'free':
    case 'closed':
    case undefined:
      return 0
  }
}

function rest(model: Model, service: number, elapsed: number): number {
  const durations = model.service[service]
  return durations === undefined ? 0 : meanRest(durations, elapsed)
}
