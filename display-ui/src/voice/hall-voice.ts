import { isoOf } from '#shared/client/instants.ts'
import type { Orders } from '#shared/boards.ts'
import type { Api } from '#shared/client/api.ts'
import type { Line } from '#shared/client/live.ts'
import type { HallView } from '#shared/views.ts'
import { createAnnouncer } from './announcer.ts'
import { createLease, TELL_MS } from './lease.ts'
import { createReports } from './reports.ts'
import { createSpeaker } from './speaker.ts'

export type HallVoice = ReturnType<typeof createHallVoice>

/**
 * The voice of this board: whether it has one is the office's to say, twice a second; what it says and shows it reports.
 * @param zone of the board's address; null: the whole hall
 * @param api of a board with a token; null: the board has none, and reports nothing
 */
export function createHallVoice({
  line,
  office,
  zone,
  api,
}: {
  readonly line: Line
  readonly office: string
  readonly zone: string | null
  readonly api: Api | null
}) {
  const speaker = createSpeaker({ office })
  const reports = api === null ? null : createReports({ api, office })
  const page = crypto.getRandomValues(new Uint32Array(3)).join('-')
  let hall: string | null = null
  const lease = createLease({
    now: () => performance.now(),
    ask: (presence, answer) => line.tellBoard(office, presence, answer),
    presence: () => ({
      page,
      zone,
      sound: speaker.isSilent() ? 'blocked' : 'on',
      saying: announcer.saying(),
      said: announcer.said(),
    }),
  })
  const announcer = createAnnouncer({
    hall: () => hall,
    lease,
    speaker,
    now: () => line.now(),
    ticks: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    report: ({ at, endedAt, ...report }) =>
      reports?.add({ ...report, at: isoOf(at), endedAt: isoOf(endedAt) }),
  })
  lease.subscribe(() => void announcer.look())
  setInterval(() => lease.beat(), TELL_MS)

  return {
    /** @param view the hall as it stands; null while the line is down. */
    hear(view: HallView | null): void {
      if (view !== null) hall = view.zones.find(({ id }) => id === zone)?.hall ?? null
      void announcer.hear(view)
    },
    /** The calls that stand on the board now, in whatever form. */
    shows(calls: readonly { readonly id: number; readonly label: string }[]): void {
      reports?.show(calls, line.now())
    },
    orders: (): Orders | null => lease.orders(),
    isSilent: speaker.isSilent,
    isTalking: speaker.isTalking,
    wake: speaker.wake,
    subscribe: speaker.subscribe,
  }
}
