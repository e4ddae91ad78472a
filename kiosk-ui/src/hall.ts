import type { OfficeListing } from '#shared/accounts.ts'
import { createApi } from '#shared/client/api.ts'

/** The hall that this kiosk stands in, as far as it is known before the first view. */
export type Hall = {
  readonly office: OfficeListing['offices'][number]
  readonly training: boolean
  readonly publicUrl: string | null
}

export type Found =
  | { readonly kind: 'ready'; readonly hall: Hall; readonly token: string }
  | { readonly kind: 'needs-token'; readonly why: 'none' | 'refused' }
  | { readonly kind: 'no-answer' }

/** The token that every training hall knows. */
export const TRAINING_TOKEN = 'demo-kiosk'

/**
 * Finds the hall and checks that it knows this kiosk, before a visitor stands in front of it.
 * @param office the office asked for in the address; null: the first one.
 * @param token this kiosk's, or null.
 */
export async function findHall(office: string | null, token: string | null): Promise<Found> {
  const listing = await createApi().request<OfficeListing>({ method: 'GET', path: '/api/offices' })
  if (listing.kind !== 'done') return { kind: 'no-answer' }
  const { offices, training, publicUrl } = listing.value
  const found = offices.find((each) => each.id === office) ?? offices[0]
  if (found === undefined) return { kind: 'no-answer' }

  const known = token ?? (training ? TRAINING_TOKEN : null)
  if (known === null) return { kind: 'needs-token', why: 'none' }
  const view = await createApi({ token: known }).request({
    method: 'GET',
    path: `/api/offices/${found.id}/views/kiosk`,
  })
  if (view.kind === 'unreachable') return { kind: 'no-answer' }
  if (view.kind === 'refused' && view.status === 401) return { kind: 'needs-token', why: 'refused' }
  return { kind: 'ready', hall: { office: found, training, publicUrl }, token: known }
}
