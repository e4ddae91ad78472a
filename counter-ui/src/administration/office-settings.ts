import type { Bilingual } from '#shared/ids.ts'
import type { Fee } from '#shared/views.ts'

/** What this page shows of `GET /api/offices/{office}/settings`. */
export type OfficeSettings = {
  readonly zone: string
  readonly example: boolean
  readonly hours: { readonly opens: string; readonly closes: string; readonly limitMinutes: number }
  readonly reception: {
    readonly weekday: number
    readonly blocks: readonly { readonly from: string; readonly to: string }[]
  }
  readonly decreedDaysOff: readonly {
    readonly date: string
    readonly act: string
    readonly reason: Bilingual
  }[]
  readonly dispatch: {
    readonly standardMinutes: number
    readonly priorityWeight: number
    readonly maxOvertaken: number
    readonly minimumDelaySeconds: number
  }
  readonly recalls: { readonly limit: number; readonly beforeNoShow: number }
  readonly takeBackBehind: number
  readonly undoSeconds: number
  readonly groups: readonly { readonly id: string; readonly letter: string; readonly name: Bilingual }[]
  readonly services: readonly SettingsService[]
  readonly windows: readonly {
    readonly window: number
    readonly name: Bilingual | null
    readonly services: readonly string[]
  }[]
}

export type SettingsService = {
  readonly id: string
  readonly group: string
  readonly name: Bilingual
  readonly fees: readonly Fee[]
  readonly registerNumber: string | null
  readonly onlyWindow: number | null
}
