import { useMemo } from 'react'
import type { Api } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { KioskView } from '#shared/views.ts'
import { useFetched } from './use-fetched.ts'

/**
 * The names of the service groups, which the kiosk's view tells: they change only when the server starts again.
 * @returns names by group id; empty until they are known, and then only letters stand for them.
 */
export function useGroupNames(api: Api, office: string): ReadonlyMap<string, Bilingual> {
  const [fetched] = useFetched<{ readonly view: KioskView }>(api, `/api/offices/${office}/views/kiosk`)
  const groups = fetched.face === 'ready' ? fetched.value.view.groups : null
  return useMemo(() => new Map(groups?.map((group) => [group.id, group.name])), [groups])
}
