/**
 * Push services to which messages may go. An address comes from a phone that anybody may be: without such a list it would
 * make this server knock at any door of the town hall's network.
 */
export type PushServices = readonly string[]

/** Those of the browsers that there are: Chrome and what is made from it, Firefox, Safari, Edge. */
export const USUAL_SERVICES: PushServices = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
]

/** @param services hosts, each with all that ends in it, over https; or whole origins, e.g. `http://10.0.0.5:8090`. */
export function isPushService(endpoint: string, services: PushServices): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, origin, username, port } = new URL(endpoint)
  if (services.includes(origin)) return true
  if (protocol !== 'https:' || username !== '' || port !== '') return false
  return services.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}
