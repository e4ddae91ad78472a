import type { CommandBody } from '#shared/commands.ts'
import type { LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import type { ReceptionChange } from '#shared/reception.ts'

/** A change of one official's reception day as the form holds it: every field there, empty until filled in. */
export type OrderDraft = {
  readonly official: string
  readonly date: string
  readonly kind: ReceptionChange['kind']
  readonly movedTo: string
  readonly from: string
  readonly to: string
  /** A second block: both of its ends or neither. */
  readonly from2: string
  readonly to2: string
  readonly substitute: string
  readonly order: string
  readonly bg: string
  readonly en: string
}

export const emptyOrder: OrderDraft = {
  official: '',
  date: '',
  kind: 'none',
  movedTo: '',
  from: '',
  to: '',
  from2: '',
  to2: '',
  substitute: '',
  order: '',
  bg: '',
  en: '',
}

/** @returns whether all that the change needs has been filled in; the server judges the rest. */
export function isWhole(draft: OrderDraft): boolean {
  const { official, date, order, bg, en } = draft
  const isNamed = [official, date, order, bg, en].every((text) => text.trim() !== '')
  return isNamed && hasChange(draft)
}

/** @returns the command's body, of a draft that is whole. */
export function bodyOf(draft: OrderDraft): CommandBody<'add-reception-exception'> {
  return {
    official: draft.official as OfficialId, // of the list of officials
    date: localDate(draft.date),
    change: changeOf(draft),
    order: draft.order.trim(),
    reason: { bg: draft.bg.trim(), en: draft.en.trim() },
  }
}

function hasChange({ kind, movedTo, from, to, from2, to2, substitute }: OrderDraft): boolean {
  switch (kind) {
    case 'none':
      return true
    case 'moved':
      return movedTo !== ''
    case 'hours':
      return from !== '' && to !== '' && (from2 === '') === (to2 === '')
    case 'substitute':
      return substitute !== ''
  }
}

function changeOf(draft: OrderDraft): CommandBody<'add-reception-exception'>['change'] {
  switch (draft.kind) {
    case 'none':
      return { kind: 'none' }
    case 'moved':
      return { kind: 'moved', to: localDate(draft.movedTo) }
    case 'hours': {
      const first = { from: localTime(draft.from), to: localTime(draft.to) }
      if (draft.from2 === '') return { kind: 'hours', blocks: [first] }
      return { kind: 'hours', blocks: [first, { from: localTime(draft.from2), to: localTime(draft.to2) }] }
    }
    case 'substitute':
      return { kind: 'substitute', official: draft.substitute as OfficialId } // of the list of officials
  }
}

function localDate(typed: string): LocalDate {
  return typed as LocalDate // a date input gives YYYY-MM-DD or nothing; the server's schema decides
}

function localTime(typed: string): LocalTime {
  return typed as LocalTime // a time input gives HH:MM or nothing; the server's schema decides
}
