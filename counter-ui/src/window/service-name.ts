import type { ServiceId } from '#shared/ids.ts'
import type { WindowView } from '#shared/views.ts'
import type { Language } from '../language.ts'

/** @returns the name of a service as the view's queue lists it; its id, should it be missing there. */
export function serviceName({ queue }: Pick<WindowView, 'queue'>, id: ServiceId, language: Language): string {
  return queue.find((service) => service.id === id)?.name[language] ?? id
}
