import type { OfficeId } from '#shared/ids.ts'
import type { Records } from '../domain/reception/records.ts'
import type { ReceptionStore } from '../store/reception-store.ts'

/** What the rules may know of an office's appointments beyond its book. */
export function recordsOf(reception: ReceptionStore, office: OfficeId): Records {
  return {
    answered: (question) => reception.answered(office, question),
    codeOf: (number) => reception.find(office, number)?.code ?? null,
    hasPerson: (number) => reception.hasPerson(office, number),
  }
}
