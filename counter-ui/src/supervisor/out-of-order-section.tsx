import { say, timeOfDay } from '#shared/client/format.ts'
import type { SupervisorView } from '#shared/views.ts'
import { outOfOrderWords } from '#shared/words/reasons.ts'
import type { Language } from '../language.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { words } from './words.ts'

type Props = { readonly view: SupervisorView; readonly zone: string; readonly language: Language }

/** Who was called before others today, by whom, and why. */
export function OutOfOrderSection({ view, zone, language }: Props) {
  const names = new Map(view.clerks.map((clerk) => [clerk.id, clerk.name]))
  return (
    <section aria-labelledby="out-of-order-heading">
      <div className="sheet-heading">
        <h2 id="out-of-order-heading">{say(words.outOfOrder, language)}</h2>
      </div>
      <p className="sheet-quiet">{say(words.outOfOrderAbout, language)}</p>
      {view.outOfOrder.length === 0 ? (
        <p className="sheet-empty">{say(words.outOfOrderNone, language)}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{say(words.time, language)}</th>
              <th scope="col">{say(words.number, language)}</th>
              <th scope="col">{say(words.window, language)}</th>
              <th scope="col">{say(words.clerk, language)}</th>
              <th scope="col">{say(words.reason, language)}</th>
              <th scope="col">{say(words.skipped, language)}</th>
            </tr>
          </thead>
          <tbody>
            {view.outOfOrder.map((call) => (
              <tr key={`${call.at}/${call.label}`}>
                <td className="sheet-nowrap">{timeOfDay(call.at, zone, language)}</td>
                <td>
                  <TicketLabel label={call.label} />
                </td>
                <td>{call.window}</td>
                <td>{names.get(call.clerk) ?? call.clerk}</td>
                <td>{say(outOfOrderWords[call.because], language)}</td>
                <td>{call.ahead}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
