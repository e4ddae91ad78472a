import { useState } from 'react'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Line } from '#shared/client/live.ts'
import { say } from '#shared/client/format.ts'
import { useForecast } from '../forecast.ts'
import type { BoardAttention } from '../boards/board-attention.ts'
import type { PaperAttention } from '../printing/paper-attention.ts'
import { AttentionList } from './attention-list.tsx'
import { ServiceBoard } from './service-board.tsx'
import type { Supervised } from './supervised.ts'
import { useGroupNames } from './use-group-names.ts'
import { WaitingOrder } from './waiting-order.tsx'
import { WindowGrid } from './window-grid.tsx'
import { WindowPanel } from './window-panel.tsx'
import { words } from './words.ts'

const PANEL = 'window-panel'

/** The hall as it is now: windows, services, the people who wait, and one window's panel beside them. */
type Props = Supervised & {
  readonly line: Line
  readonly devices: readonly (BoardAttention | PaperAttention)[]
}

export function HallSection({ line, devices, ...shared }: Props) {
  const { view, api, office, language } = shared
  const now = useOfficeTime(line)
  const forecast = useForecast(line, office)
  const groupNames = useGroupNames(api, office)
  const [picked, pick] = useState<number | null>(null)
  const window = view.windows.find((each) => each.window === picked)

  function hidePanel() {
    pick(null)
    document.querySelector<HTMLElement>(`[data-window="${picked}"]`)?.focus()
  }

  return (
    <div className="hall" data-picked={window !== undefined}>
      <div className="hall-main">
        <AttentionList view={view} forecast={forecast} devices={devices} now={now} language={language} />
        <WindowGrid {...shared} now={now} picked={window?.window ?? null} panel={PANEL} onPick={pick} />
      </div>
      <div className="hall-panel" id={PANEL}>
        {window === undefined ? (
          <p className="hall-hint">{say(words.pickHint, language)}</p>
        ) : (
          <WindowPanel
            key={window.window}
            {...shared}
            window={window}
            groupNames={groupNames}
            now={now}
            onHide={hidePanel}
          />
        )}
      </div>
      <div className="hall-services">
        <ServiceBoard view={view} groupNames={groupNames} now={now} language={language} />
      </div>
      <div className="hall-order">
        <WaitingOrder view={view} forecast={forecast} now={now} language={language} />
      </div>
    </div>
  )
}
