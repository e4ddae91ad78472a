import type { SessionFace } from '#shared/accounts.ts'
import type { Api } from '#shared/client/api.ts'
import type { Line } from '#shared/client/live.ts'
import type { Language } from './language.ts'

/** What the shell hands to each of its pages. */
export type PageProps = {
  readonly api: Api
  readonly line: Line
  readonly office: string
  readonly zone: string
  readonly language: Language
  readonly session: SessionFace
}
