import type { Api } from '#shared/client/api.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Language } from '../language.ts'

/** What a part of the supervisor's page needs to show the shift and act on it. */
export type Supervised = {
  readonly view: SupervisorView
  readonly api: Api
  readonly office: string
  readonly zone: string
  readonly language: Language
  /** The line is down: what is shown may be old, and nothing can be done. */
  readonly stale: boolean
}

export type SupervisedWindow = SupervisorView['windows'][number]
