import { clockFace, limitOf, say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import { printed } from '#shared/labels.ts'
import { waitTold, type WaitRange } from '#shared/wait-range.ts'
import { dateWords } from '#shared/words/dates.ts'
import { text, type Block, type Document, type TextSize } from './document.ts'
import { words } from './words.ts'

/** What a ticket's paper says. Nothing of it is personal. */
export type TicketFacts = {
  readonly label: string
  readonly service: Bilingual
  readonly priority: boolean
  /** The language the ticket was taken in; Bulgarian stands beside it. */
  readonly language: Language
  readonly issuedAt: Instant
  /** The service day, `YYYY-MM-DD`. */
  readonly date: string
  readonly zone: string
  /** People who would be called before; null: the ticket no longer waits. */
  readonly ahead: number | null
  /** The expected wait as a range, minutes; null: not known. */
  readonly wait: WaitRange | null
  /** Nobody is called after it; null: the day has no limit. */
  readonly limitAt: Instant | null
  /** Where the service is done today; empty: not known. */
  readonly windows: readonly number[]
  readonly documents: readonly Bilingual[]
  /** The hours of the day, when their end is near; null when it is not. */
  readonly closing: { readonly closes: string; readonly limit: string } | null
  /** Where a phone follows the ticket. */
  readonly address: string
  readonly office: {
    readonly municipality: Bilingual
    readonly name: Bilingual
    readonly contact: { readonly phone: string; readonly email: string; readonly web: string }
  }
  readonly training: boolean
  /** Set on a copy: when it was printed. */
  readonly copiedAt: Instant | null
}

/** @returns a ticket, in Bulgarian, or in its own language with Bulgarian beside. */
export function ticketSlip(facts: TicketFacts): Document {
  const { label, language, zone, ahead, wait, limitAt, windows, closing, office, copiedAt } = facts
  const { both, fact, named } = inLanguage(language)
  const { phone, email, web } = office.contact
  const issued = words.issuedOn(dateWords(facts.date), clockFace(facts.issuedAt, zone))
  return {
    title: label,
    blocks: [
      ...(facts.training ? [banner(words.training, language)] : []),
      ...(copiedAt === null ? [] : [banner(words.copy, language)]),
      ...both(office.municipality, { size: 'body', weight: 'bold', align: 'centre' }),
      text(office.name.bg, { size: 'small', align: 'centre' }),
      { kind: 'rule' },
      ...both(words.yourNumber, { size: 'body', align: 'centre' }),
      { kind: 'label', text: printed(label) },
      ...both(facts.service, { size: 'large', weight: 'bold', align: 'centre' }),
      ...(facts.priority ? both(words.withPriority, { size: 'body', weight: 'bold', align: 'centre' }) : []),
      text(say(issued, language), { align: 'centre' }),
      ...(copiedAt === null
        ? []
        : [text(say(words.copyAt(clockFace(copiedAt, zone)), language), { align: 'centre' })]),
      { kind: 'rule' },
      ...(ahead === null ? [] : fact(words.ahead, `${ahead}`)),
      ...(wait === null ? [] : waited(wait)),
      ...(windows.length === 0 ? [] : fact(words.served, say(words.windows(windows), language))),
      { kind: 'gap' },
      ...both(words.board, { weight: 'bold' }),
      { kind: 'gap' },
      { kind: 'qr', text: facts.address },
      ...both(words.follow, { align: 'centre' }),
      ...(facts.documents.length === 0
        ? []
        : [
            { kind: 'rule' } as const,
            ...both(words.prepare, { weight: 'bold' }),
            { kind: 'list', items: facts.documents.map(named), size: 'body' } as const,
          ]),
      ...(closing === null
        ? []
        : [
            { kind: 'rule' } as const,
            ...both(words.closing(closing.closes, closing.limit), { weight: 'bold' }),
          ]),
      { kind: 'rule' },
      ...both(words.missed, { size: 'small' }),
      ...both(words.keep, { size: 'small' }),
      { kind: 'gap' },
      text(`${phone} · ${email} · ${web}`, { size: 'small', align: 'centre' }),
    ],
  }

  function waited(range: WaitRange): readonly Block[] {
    const { figure, warning } = waitTold(range, facts.issuedAt, limitOf({ limitAt, zone }))
    return [
      ...(figure === null ? [] : fact(words.wait, say(figure, language))),
      ...(warning === null ? [] : both(warning, { weight: 'bold' })),
      ...(figure === null ? [] : both(words.estimate, { size: 'small' })),
    ]
  }
}

type Look = Parameters<typeof text>[1] & { readonly size?: TextSize }

/** How words are set in a language: alone in Bulgarian, else with Bulgarian in small type beside. */
export function inLanguage(language: Language) {
  return {
    both(each: Bilingual, look: Look = {}): readonly Block[] {
      const first = text(say(each, language), look)
      if (language === 'bg' || say(each, language) === each.bg) return [first]
      return [first, text(each.bg, { ...look, size: 'small', weight: 'regular' })]
    },
    fact(name: Bilingual, value: string): readonly Block[] {
      const line: Block = { kind: 'fact', name: say(name, language), value }
      return language === 'bg' ? [line] : [line, text(name.bg, { size: 'small' })]
    },
    /** On one line, for items of lists. */
    named(each: Bilingual): string {
      return language === 'bg' ? each.bg : `${say(each, language)} / ${each.bg}`
    },
  }
}

export function banner(each: Bilingual, language: Language): Block {
  return { kind: 'banner', text: language === 'bg' ? each.bg : `${say(each, language)} · ${each.bg}` }
}
