import type { CommandBody, CalendarException } from '#shared/commands.ts'
import type { LocalDate, LocalTime } from '#shared/ids.ts'

/** A change of the calendar as the form holds it: every field there, empty until filled in. */
export type ExceptionDraft = {
  readonly from: string
  readonly span: 'one-day' | 'to' | 'until-revoked'
  readonly to: string
  readonly kind: CalendarException['kind']
  readonly opens: string
  readonly closes: string
  readonly movedTo: string
  readonly order: string
  readonly bg: string
  readonly en: string
}

export type DraftField = 'from' | 'to' | 'opens' | 'closes' | 'movedTo' | 'order' | 'bg' | 'en'

export const emptyDraft: ExceptionDraft = {
  from: '',
  span: 'one-day',
  to: '',
  kind: 'closed',
  opens: '',
  closes: '',
  movedTo: '',
  order: '',
  bg: '',
  en: '',
}

/** @returns for how long the change would hold: one reception is moved at a time. */
export function spanOf({ kind, span }: ExceptionDraft): ExceptionDraft['span'] {
  return kind === 'reception-moved' ? 'one-day' : span
}

/** @returns the fields that still have to be filled in, in the form's order. */
export function gapsOf(draft: ExceptionDraft): readonly DraftField[] {
  const asked: readonly DraftField[] = [
    'from',
    ...(spanOf(draft) === 'to' ? (['to'] as const) : []),
    ...(draft.kind === 'hours' ? (['opens', 'closes'] as const) : []),
    ...(draft.kind === 'reception-moved' ? (['movedTo'] as const) : []),
    'order',
    'bg',
    'en',
  ]
  return asked.filter((field) => draft[field].trim() === '')
}

/** @returns the command's body; the server still judges the dates. */
export function bodyOf(draft: ExceptionDraft): CommandBody<'add-exception'> {
  const span = spanOf(draft)
  return {
    from: localDate(draft.from),
    ...(span === 'to' ? { to: localDate(draft.to) } : {}),
    ...(span === 'until-revoked' ? { untilRevoked: true } : {}),
    change: changeOf(draft),
    order: draft.order.trim(),
    reason: { bg: draft.bg.trim(), en: draft.en.trim() },
  }
}

/** @returns whether the change being written would reach that date. */
export function touches(draft: ExceptionDraft, date: string): boolean {
  if (draft.from === '') return false
  if (draft.kind === 'reception-moved' && date === draft.movedTo) return true
  if (date < draft.from) return false
  switch (spanOf(draft)) {
    case 'one-day':
      return date === draft.from
    case 'to':
      return date <= (draft.to || draft.from)
    case 'until-revoked':
      return true
  }
}

function changeOf(draft: ExceptionDraft): CalendarException {
  switch (draft.kind) {
    case 'hours':
      return { kind: 'hours', opens: localTime(draft.opens), closes: localTime(draft.closes) }
    case 'reception-moved':
      return { kind: 'reception-moved', to: localDate(draft.movedTo) }
    case 'closed':
    case 'working-day':
    case 'no-reception':
      return { kind: draft.kind }
  }
}

function localDate(typed: string): LocalDate {
  return typed as LocalDate // a date input gives YYYY-MM-DD or nothing; the server's schema decides
}

function localTime(typed: string): LocalTime {
  return typed as LocalTime // a time input gives HH:MM or nothing; the server's schema decides
}
