import type { OfficeListing } from '#shared/accounts.ts'
import type { Api } from '#shared/client/api.ts'
import { deviceToken } from '#shared/client/device-token.ts'

const AGAIN_MS = 2_000

/** The token that every training hall knows, of its first office. */
const TRAINING_TOKEN = 'demo-board'

/** The office of this screen, and whether a board without a token may take the training hall's. */
export type Found = { readonly office: string; readonly hasTrainingBoard: boolean }

/** @returns the office of this screen: `?office=` of the address, else the first one the server has. Asks until it knows. */
export async function findOffice(search: string, api: Api): Promise<Found> {
  const named = new URLSearchParams(search).get('office')
  for (;;) {
    const reply = await api.request<OfficeListing>({ method: 'GET', path: '/api/offices' })
    if (reply.kind === 'done') {
      const { offices, training } = reply.value
      const first = offices[0]?.id
      const office = named === null || named === '' ? first : named
      if (office !== undefined) return { office, hasTrainingBoard: training && office === first }
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** @returns the token by which the server knows this board; null: it shows, and speaks only where no board with one is. */
export function tokenOf({ hasTrainingBoard }: Found): string | null {
  return deviceToken('board') ?? (hasTrainingBoard ? TRAINING_TOKEN : null)
}
