import { newKey, type Api, type Reply } from '#shared/client/api.ts'
import type { SlipOrder } from '#shared/printing.ts'

/** What staff can have printed. Each press is one piece of paper, however often it must be sent. */

type Order = { readonly job: string }

export function orderCopy(
  api: Api,
  office: string,
  { label, printer }: { readonly label: string; readonly printer: string | null },
): Promise<Reply<Order>> {
  return order(api, `/api/offices/${office}/printing/copies`, {
    label,
    ...(printer === null ? {} : { printer }),
  })
}

export function orderSlip(api: Api, office: string, slip: SlipOrder): Promise<Reply<Order>> {
  return order(api, `/api/offices/${office}/printing/slips`, slip)
}

export function orderTestPage(api: Api, office: string, printer: string): Promise<Reply<Order>> {
  return order(api, `/api/offices/${office}/printing/test-pages`, { printer })
}

function order(api: Api, path: string, body: object): Promise<Reply<Order>> {
  const headers = { 'idempotency-key': newKey() }
  return api.request<Order>({ method: 'POST', path, body, headers, tries: 4 })
}
