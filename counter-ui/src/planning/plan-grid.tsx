import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { windowAt, windowsOpen, words } from './words.ts'

export type OpenTimes = ReadonlyMap<number, readonly boolean[]>

type Props = {
  readonly open: OpenTimes
  readonly halves: readonly string[]
  readonly language: Language
  readonly disabled: boolean
  readonly onChange: (open: OpenTimes) => void
}

/** Windows by half hours: each a switch; the name of a window switches its whole day. */
export function PlanGrid({ open, halves, language, disabled, onChange }: Props) {
  function set(window: number, times: readonly boolean[]) {
    onChange(new Map([...open, [window, times]]))
  }
  return (
    <div className="plan-scroll" role="group" aria-label={say(words.openWhen, language)}>
      <table className="plan-grid">
        <thead>
          <tr>
            <th scope="col">{say(words.window, language)}</th>
            {halves.map((half) => (
              <th key={half} scope="col">
                {half}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...open].map(([window, times]) => (
            <tr key={window}>
              <th scope="row">
                <button
                  type="button"
                  className="plan-row"
                  disabled={disabled}
                  aria-label={`${say(words.window, language)} ${window}, ${say(words.allDay, language)}`}
                  onClick={() =>
                    set(
                      window,
                      halves.map(() => !times.every(Boolean)),
                    )
                  }
                >
                  {window}
                </button>
              </th>
              {halves.map((half, index) => (
                <td key={half}>
                  <button
                    type="button"
                    className="plan-cell"
                    disabled={disabled}
                    aria-pressed={times[index] === true}
                    aria-label={say(windowAt(window, half), language)}
                    onClick={() =>
                      set(
                        window,
                        halves.map((_, each) =>
                          each === index ? times[index] !== true : times[each] === true,
                        ),
                      )
                    }
                  >
                    <span aria-hidden="true">{times[index] === true ? '■' : '·'}</span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(words.total, language)}</th>
            {halves.map((half, index) => {
              const count = [...open.values()].filter((times) => times[index] === true).length
              return (
                <td key={half} aria-label={say(windowsOpen(count, half), language)}>
                  {count}
                </td>
              )
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
