import { useMemo } from 'react'
import type { Api } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Person } from '#shared/reception.ts'
import { useFetched } from '../supervisor/use-fetched.ts'

export type Persons = {
  readonly of: (number: string) => Person | undefined
  /** Whether the answer is still on its way. */
  readonly isLoading: boolean
  /** Why the names could not be read; null: they could. */
  readonly why: Bilingual | null
  readonly again: () => Promise<void>
}

/** As many as may be asked for at once. */
const MOST = 60

/**
 * Who the people of single appointments are; each look is recorded, so it is asked only for what is on the screen.
 * @param numbers at least one
 */
export function usePersons(api: Api, office: string, numbers: readonly string[], turn = ''): Persons {
  const asked = numbers.toSorted().slice(0, MOST).map(encodeURIComponent).join(',')
  return usePersonsAt(api, `/api/offices/${office}/reception/persons?numbers=${asked}`, turn)
}

/** Who the people of one official's day are. */
export function usePersonsOfDay(
  api: Api,
  office: string,
  { official, date, turn }: { readonly official: string; readonly date: string; readonly turn: string },
): Persons {
  return usePersonsAt(api, `/api/offices/${office}/reception/persons?official=${official}&date=${date}`, turn)
}

function usePersonsAt(api: Api, path: string, turn: string): Persons {
  const [fetched, again] = useFetched<{ readonly persons: readonly Person[] }>(api, path, turn)
  return useMemo(() => {
    const persons = fetched.face === 'ready' ? fetched.value.persons : []
    const known = new Map<string, Person>(persons.map((person) => [person.number, person]))
    return {
      of: (number) => known.get(number),
      isLoading: fetched.face === 'loading',
      why: fetched.face === 'failed' ? fetched.why : null,
      again,
    }
  }, [fetched, again])
}
