import type { BoardReport } from '#shared/boards.ts'
import type { Api, Reply } from '#shared/client/api.ts'
import { isoOf } from '#shared/client/instants.ts'

/** Reports go out together, so long after the first, milliseconds; and again, so long after they did not arrive. */
const GATHER_MS = 250
const AGAIN_MS = 2_000
/** Of what could not be sent so much is kept, the newest. */
const MOST_KEPT = 500
const MOST_AT_ONCE = 100
/** The office asks for patience: HTTP's 429. */
const TOO_MANY = 429
/** So many calls are known to have been shown. */
const MOST_SHOWN = 300

/** Tells the office what this board showed and said, in the order in which it happened; what does not arrive is sent again. */
export function createReports({ api, office }: { readonly api: Api; readonly office: string }) {
  let waiting: readonly BoardReport[] = []
  let shown: readonly number[] = []
  let isSending = false

  function add(report: BoardReport) {
    waiting = [...waiting, report].slice(-MOST_KEPT)
    if (isSending) return
    isSending = true
    setTimeout(() => void send(), GATHER_MS)
  }

  async function send(): Promise<void> {
    const reports = waiting.slice(0, MOST_AT_ONCE)
    const path = `/api/offices/${office}/announcements`
    const reply = await api.request({ method: 'POST', path, body: { reports } })
    const isLost = isForNow(reply)
    if (!isLost) waiting = waiting.filter((report) => !reports.includes(report))
    isSending = waiting.length > 0
    if (isSending) setTimeout(() => void send(), isLost ? AGAIN_MS : GATHER_MS)
  }

  return {
    add,
    /** @param calls that stand on the board now @param at the office's time */
    show(calls: readonly { readonly id: number; readonly label: string }[], at: number): void {
      for (const { id, label } of calls) {
        if (shown.includes(id)) continue
        shown = [...shown, id].slice(-MOST_SHOWN)
        const what = {
          call: id,
          label,
          telling: 'shown',
          endedAt: null,
          languages: [],
          volume: null,
        } as const
        add({ ...what, languages: [], at: isoOf(at) })
      }
    },
  }
}

/** What the office refuses it will refuse again; what did not arrive, or came while it could not keep it, is kept. */
function isForNow(reply: Reply<unknown>): boolean {
  if (reply.kind === 'unreachable') return true
  return reply.kind === 'refused' && (reply.status >= 500 || reply.status === TOO_MANY)
}
