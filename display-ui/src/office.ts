import type { OfficeListing } from '#shared/accounts.ts'
import type { Api } from '#shared/client/api.ts'

const AGAIN_MS = 2_000

/** @returns the office of this screen: `?office=` of the address, else the first one the server has. Asks until it knows. */
export async function findOffice(search: string, api: Api): Promise<string> {
  const named = new URLSearchParams(search).get('office')
  if (named !== null && named !== '') return named
  for (;;) {
    const reply = await api.request<OfficeListing>({ method: 'GET', path: '/api/offices' })
    const first = reply.kind === 'done' ? reply.value.offices[0] : undefined
    if (first !== undefined) return first.id
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
