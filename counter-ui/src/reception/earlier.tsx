import { useRef, useState } from 'react'
import type { Api } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import type { Earlier } from '#shared/reception.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { DeskView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { shortDate } from '../supervisor/dates.ts'
import type { PersonDraft } from './person-draft.ts'
import { endWords, stateWords, words } from './words.ts'

/**
 * Has this person been here before, and was the question answered? Asked when telephone and subject are there, and
 * again only when they have changed: each look is recorded.
 * @returns what was found, and `look`, which answers a refusal of what was typed.
 */
export function useEarlier(api: Api, office: string) {
  const [earlier, become] = useState<readonly Earlier[]>([])
  const asked = useRef('')

  async function look(person: PersonDraft): Promise<Rejection | null> {
    const { telephone, givenName, familyName, subject, fileNumber } = person
    const who = {
      telephone: telephone.trim(),
      ...(givenName.trim() === '' || familyName.trim() === ''
        ? {}
        : { givenName: givenName.trim(), familyName: familyName.trim() }),
      ...(subject.trim() === '' ? {} : { subject: subject.trim() }),
      ...(fileNumber.trim() === '' ? {} : { fileNumber: fileNumber.trim() }),
    }
    const question = JSON.stringify(who)
    if (who.telephone === '' || asked.current === question) return null
    asked.current = question
    const reply = await api.request<{ readonly earlier: readonly Earlier[] }>({
      method: 'POST',
      path: `/api/offices/${office}/reception/look-up`,
      body: who,
    })
    if (asked.current !== question) return null // typed on in the meantime
    if (reply.kind === 'done') become(reply.value.earlier)
    return reply.kind === 'refused' && reply.rejection.field !== undefined ? reply.rejection : null
  }

  return { earlier, look }
}

type Props = {
  readonly earlier: readonly Earlier[]
  readonly view: Pick<DeskView, 'units'>
  readonly language: Language
}

/** What the same person has come for, the answered question first. */
export function EarlierList({ earlier, view, language }: Props) {
  if (earlier.length === 0) return null
  const shown = earlier.toSorted((a, b) => Number(b.isSame) - Number(a.isSame)).slice(0, MOST)
  return (
    <section className="earlier" aria-label={say(words.earlier(earlier.length), language)}>
      <h3 className="slot-heading">{say(words.earlier(earlier.length), language)}</h3>
      <ul role="list">
        {shown.map((each) => (
          <li key={each.number} data-same={each.isSame && each.isAnswered}>
            <b className="sheet-nowrap">{each.number}</b> {shortDate(each.date, language)} · {each.subject} ·{' '}
            {earlierWords(each, view, language)}
            {each.isSame ? (
              <span className="mark">{say(each.isAnswered ? words.sameAnswered : words.same, language)}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST = 3

/** @returns how an earlier appointment stands, in words. */
export function earlierWords(
  { state, end, unit, due }: Pick<Earlier, 'state' | 'end' | 'unit' | 'due'>,
  { units }: Pick<DeskView, 'units'>,
  language: Language,
): string {
  if (end === null) return say(stateWords[state], language)
  const to = units.find(({ id }) => id === unit)?.name
  const parts = [
    say(endWords[end], language),
    ...(to === undefined ? [] : [say(to, language)]),
    ...(due === null ? [] : [shortDate(due, language)]),
  ]
  return parts.join(' · ')
}
