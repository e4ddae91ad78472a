import type { QueueService } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { filled, words } from '../words.ts'
import type { Choice } from './pick.tsx'

/** A service as one chooses it from a list: found by its name in either language. */
export function serviceChoice(service: QueueService, language: Language): Choice {
  return {
    id: service.id,
    name: (
      <span className="services-name">
        <span className="letter">{service.letter}</span> <span>{service.name[language]}</span>
      </span>
    ),
    texts: [service.name.bg, service.name.en],
  }
}

/** @returns which windows serve it now, in words. */
export function openAt(service: QueueService, language: Language): string {
  if (service.openWindows.length === 0) return words.noOpenWindow[language]
  return filled(words.openWindows[language], { n: service.openWindows.join(', ') })
}
