import type { OfficeId } from '#shared/ids.ts'
import type { AsideViews } from '#shared/views.ts'
import type { Printing } from '../hall/printing.ts'
import type { Walls } from './boards.ts'

/**
 * Views that are no function of the office's day: what hangs in the hall has a life of its own. They go down the same
 * line as the others, whole, and are numbered by their own count.
 */
export type Aside = {
  readonly owns: (view: string) => boolean
  /** @returns the view as it stands; null when it is not one of these. */
  readonly show: (
    office: OfficeId,
    view: string,
  ) => Promise<{ readonly version: number; readonly view: AsideView } | null>
  readonly onChange: (office: OfficeId, listener: () => void) => () => void
}

export type AsideView = AsideViews[keyof AsideViews]

export type Printings = ReadonlyMap<OfficeId, Printing>

export function asideOf(printings: Printings, walls: Walls): Aside {
  return {
    owns: (view) => view === 'paper' || view === 'printing' || view === 'boards',
    async show(office, view) {
      const boards = walls.get(office)?.boards
      if (view === 'boards' && boards !== undefined)
        return { version: boards.version(), view: await boards.view() }
      const printing = printings.get(office)
      if (printing === undefined) return null
      const version = printing.version()
      switch (view) {
        case 'paper':
          return { version, view: await printing.paperView() }
        case 'printing':
          return { version, view: await printing.printingView() }
        default:
          return null
      }
    },
    onChange(office, listener) {
      const cancels = [
        printings.get(office)?.onChange(listener),
        walls.get(office)?.boards.onChange(listener),
      ]
      return () => {
        for (const cancel of cancels) cancel?.()
      }
    },
  }
}
