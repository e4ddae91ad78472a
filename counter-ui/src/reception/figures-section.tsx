import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { ReceptionMonth } from '#shared/reception.ts'
import type { z } from 'zod'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { Field } from '../supervisor/field.tsx'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import { words } from './words.ts'

type Month = z.infer<typeof ReceptionMonth>
type Props = Pick<PageProps, 'api' | 'office' | 'language'> & {
  /** The office's year, the newest that can have figures. */
  readonly thisYear: number
}

/** How reception days went, month by month, without persons. */
export function FiguresSection({ api, office, language, thisYear }: Props) {
  const [year, choose] = useState(thisYear)
  const [fetched, again] = useFetched<{ readonly months: readonly Month[] }>(
    api,
    `/api/offices/${office}/reception/figures?year=${year}`,
  )
  return (
    <section aria-labelledby="figures-title">
      <div className="sheet-heading">
        <h2 id="figures-title">{say(words.figures, language)}</h2>
        <p className="sheet-quiet">{say(words.figuresText, language)}</p>
      </div>
      <div className="figures-year">
        <Field label={say(words.year, language)}>
          {(ids) => (
            <select {...ids} value={year} onChange={(event) => choose(Number(event.target.value))}>
              {[thisYear, thisYear - 1, thisYear - 2].map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {fetched.face !== 'ready' ? (
        <FetchedFace fetched={fetched} onAgain={again} language={language} />
      ) : fetched.value.months.length === 0 ? (
        <p className="sheet-empty">{say(words.figuresNone, language)}</p>
      ) : (
        <FiguresTable months={fetched.value.months} language={language} />
      )}
    </section>
  )
}

function FiguresTable({
  months,
  language,
}: {
  readonly months: readonly Month[]
  readonly language: Language
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it (WCAG 2.1.1)
    <div className="figures-scroll" role="group" aria-labelledby="figures-title" tabIndex={0}>
      <table className="sheet-table figures-table">
        <thead>
          <tr>
            <th scope="col">{say(words.month, language)}</th>
            {COLUMNS.map(([name, label]) => (
              <th key={name} scope="col">
                {say(label, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className="sheet-nowrap">
                {monthName(month.month, language)}
              </th>
              {COLUMNS.map(([name]) => (
                <td key={name}>{month[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const COLUMNS: readonly (readonly [name: Exclude<keyof Month, 'month'>, label: Bilingual])[] = [
  ['held', { bg: 'Проведени дни', en: 'Days held' }],
  ['signedUp', { bg: 'Записвания', en: 'Signed up' }],
  ['walkIns', { bg: 'Без записване', en: 'Walk-ins' }],
  ['received', { bg: 'Приети', en: 'Received' }],
  ['answered', { bg: 'Отговорени на място', en: 'Answered' }],
  ['passedOn', { bg: 'Предадени', en: 'Passed on' }],
  ['answerToFollow', { bg: 'С отговор до дата', en: 'Answer to follow' }],
  ['didNotCome', { bg: 'Неявили се', en: 'Did not come' }],
  ['left', { bg: 'Напуснали', en: 'Left' }],
  ['moved', { bg: 'Премествания', en: 'Moved' }],
  ['cancelled', { bg: 'Откази', en: 'Cancelled' }],
  ['owed', { bg: 'Дължими отговори', en: 'Answers owed' }],
  ['answeredInTime', { bg: 'В срок', en: 'In time' }],
  ['answeredLate', { bg: 'След срока', en: 'Late' }],
  ['overdue', { bg: 'Просрочени', en: 'Overdue' }],
  ['routed', { bg: 'Насочени', en: 'Routed' }],
]

/** @param month `2026-11` @returns „ноември“ or “November”; the year stands above */
function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`))
}
