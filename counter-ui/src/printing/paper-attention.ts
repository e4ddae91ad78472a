import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { PrintingView } from '#shared/printing.ts'
import { notPrintedWords, troubleWords } from './words.ts'

/** What of the paper needs somebody now, the worst first. */
export type PaperAttention = {
  readonly kind: 'printer-trouble' | 'not-printed' | 'paper-low'
  readonly key: string
  readonly words: Bilingual
}

/** More numbers than this are read in the section „Печат“. */
const MOST_NAMED = 5

export function paperAttentionOf({
  printers,
  failed,
}: Pick<PrintingView, 'printers' | 'failed'>): readonly PaperAttention[] {
  const about = (kind: PaperAttention['kind'], of: PrintingView['printers']) =>
    of.map(({ id, name, status }) => ({ kind, key: `${kind}/${id}`, words: troubleWords(name, status) }))
  return [
    ...about(
      'printer-trouble',
      printers.filter(({ status }) => status.kind === 'trouble'),
    ),
    ...(failed.length === 0
      ? []
      : [
          {
            kind: 'not-printed' as const,
            key: 'not-printed',
            words: notPrintedWords(
              failed.slice(0, MOST_NAMED).map(printed).join(', '),
              failed.length - MOST_NAMED,
            ),
          },
        ]),
    ...about(
      'paper-low',
      printers.filter(({ status }) => status.kind === 'ready' && status.paperLow),
    ),
  ]
}
