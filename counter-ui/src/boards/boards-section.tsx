import type { BoardsView } from '#shared/boards.ts'
import { say, timeOfDay } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { PageProps } from '../page-props.ts'
import '../printing/printing.css'
import './boards.css'
import { NoticesPanel } from './notices-panel.tsx'
import { Shape, type ShapeName } from '../supervisor/shape.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { boardStateWords, tellingWords, words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'line' | 'office' | 'zone' | 'language'>
type Shared = Props & { readonly view: BoardsView }

/** The boards of the hall, which of them speaks, and what was said last. */
export function BoardsSection(props: Props) {
  const { line, office, language } = props
  const live = useLive(line, office, 'boards')
  if (live.status === 'connecting') return <p className="sheet-face">{say(words.connecting, language)}</p>
  if (live.status === 'refused') return <p className="sheet-face">{say(live.rejection.message, language)}</p>
  const shared = { ...props, view: live.view }
  return (
    <div className="beside">
      <div className="printing-main">
        <section aria-labelledby="boards-heading">
          <div className="sheet-heading">
            <h2 id="boards-heading">{say(words.boards, language)}</h2>
            <p className="sheet-quiet">{say(words.boardsAbout, language)}</p>
          </div>
          {live.view.boards.length === 0 ? (
            <p className="sheet-empty">{say(words.boardsNone, language)}</p>
          ) : (
            <Boards {...shared} />
          )}
          <Loudness {...shared} />
        </section>
        <LastSaid {...shared} />
      </div>
      <NoticesPanel {...props} />
    </div>
  )
}

function Boards({ view, zone, language }: Shared) {
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{say(words.board, language)}</th>
          <th scope="col">{say(words.zone, language)}</th>
          <th scope="col">{say(words.state, language)}</th>
          <th scope="col">{say(words.voice, language)}</th>
        </tr>
      </thead>
      <tbody>
        {view.boards.map((board, index) => (
          <tr key={`${board.id} ${index}`}>
            <th scope="row">
              {board.name ?? say(words.withoutKey, language)}
              <span className="sheet-second">{board.id}</span>
            </th>
            <td>{board.zone ?? say(words.wholeHall, language)}</td>
            <td>
              <span className="printer-status" data-kind={gravity[board.state]}>
                <Shape name={shapes[board.state]} /> {say(boardStateWords[board.state], language)}
              </span>
              <span className="sheet-second">
                {say(words.since, language)} {timeOfDay(board.since, zone, language)}
              </span>
            </td>
            <td>{say(voiceOf(board), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const gravity = { well: 'well', deaf: 'low', gone: 'trouble', never: 'unknown' } as const
const shapes: { readonly [S in BoardsView['boards'][number]['state']]: ShapeName } = {
  well: 'done',
  deaf: 'soon',
  gone: 'past',
  never: 'closed',
}

function voiceOf({ state, speaks }: BoardsView['boards'][number]) {
  if (state !== 'well') return words.noVoice
  return speaks ? words.speaks : words.standsBy
}

function Loudness({ view, language }: Shared) {
  return (
    <p className="sheet-quiet">
      {view.volume === 0
        ? say(words.silentNow, language)
        : `${say(words.loudness, language)}: ${view.volume} %`}
      {view.volumes.length === 0
        ? null
        : ` · ${say(words.byHour, language)}: ${view.volumes.map(({ from, to, percent }) => `${from}–${to} ${percent} %`).join(', ')}`}
    </p>
  )
}

function LastSaid({ view, zone, language }: Shared) {
  return (
    <section aria-labelledby="spoken-heading">
      <div className="sheet-heading">
        <h2 id="spoken-heading">{say(words.spoken, language)}</h2>
      </div>
      {view.spoken.length === 0 ? (
        <p className="sheet-empty">{say(words.spokenNone, language)}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{say(words.time, language)}</th>
              <th scope="col">{say(words.number, language)}</th>
              <th scope="col">{say(words.board, language)}</th>
              <th scope="col">{say(words.result, language)}</th>
            </tr>
          </thead>
          <tbody>
            {view.spoken.map((each) => (
              <tr key={`${each.label} ${each.at} ${each.board}`}>
                <td className="sheet-nowrap">{timeOfDay(each.at, zone, language)}</td>
                <td>
                  <TicketLabel label={each.label} />
                </td>
                <td>{each.board}</td>
                <td>{say(tellingWords[each.telling], language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
