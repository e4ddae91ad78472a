import { useEffect, useEffectEvent, useRef, useState, type CSSProperties } from 'react'
import { newKey, type Api } from '#shared/client/api.ts'
import { clockFace, say } from '#shared/client/format.ts'
import type { AppointmentCode, Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { Arrived } from '#shared/reception.ts'
import { BackButton } from '../back-button.tsx'
import { Icon } from '../icon.tsx'
import { Screen } from '../screen.tsx'
import './reception.css'
import { words } from './words.ts'

type Props = {
  readonly api: Api
  readonly office: string
  readonly zone: string
  readonly language: Language
  /** The code of a slip that was held before the scanner; null: the number is typed. */
  readonly scanned: string | null
  readonly onRevoked: () => void
  readonly onBack: () => void
  readonly onDone: () => void
}

type Step =
  | { readonly kind: 'typing'; readonly trouble: Bilingual | null }
  | { readonly kind: 'sent' }
  | { readonly kind: 'arrived'; readonly appointment: Arrived }

const MOST_DIGITS = 9

/** „Имам записан час“: the number of the slip, or its code, and the arrival is recorded. */
export function ArrivalPage({ api, office, zone, language, scanned, onRevoked, onBack, onDone }: Props) {
  const [digits, type] = useState('')
  const [step, go] = useState<Step>(scanned === null ? { kind: 'typing', trouble: null } : { kind: 'sent' })
  const key = useRef(newKey())

  async function report(what: { readonly number: string } | { readonly code: AppointmentCode }) {
    const reply = await api.command(office, 'report-arrival', what, key.current)
    if (reply.kind === 'done') return go({ kind: 'arrived', appointment: reply.value.appointment })
    if (reply.kind === 'unreachable') return go({ kind: 'typing', trouble: words.unanswered })
    if (reply.status === 401) return onRevoked()
    key.current = newKey()
    go({ kind: 'typing', trouble: reply.rejection.message })
  }

  const reportScanned = useEffectEvent(() => {
    if (scanned !== null) void report({ code: scanned as AppointmentCode }) // read off a slip; the server's schema decides
  })
  useEffect(() => reportScanned(), [])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (step.kind !== 'typing') return
    if (/^\d$/.test(event.key)) type((known) => `${known}${event.key}`.slice(0, MOST_DIGITS))
    if (event.key === 'Backspace') type((known) => known.slice(0, -1))
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  if (step.kind === 'arrived') {
    return <ArrivedFace appointment={step.appointment} zone={zone} language={language} onDone={onDone} />
  }
  const isSent = step.kind === 'sent'
  const number = `ПД-${digits === '' ? '····' : digits.padStart(4, '0')}`
  const trouble = step.kind === 'typing' ? step.trouble : null
  return (
    <Screen
      kind="arrival"
      heading={say(words.arrivalTitle, language)}
      head={
        <>
          <p className="arrival-how">{say(words.arrivalHow, language)}</p>
          <p
            className="arrival-number"
            style={lengthOf(number)}
            aria-live="polite"
            aria-label={say(words.number, language)}
          >
            <span lang="bg">{number}</span>
          </p>
          <div role="alert">
            {trouble === null ? null : (
              <p className="trouble">
                <Said words={trouble} language={language} />
              </p>
            )}
          </div>
        </>
      }
    >
      <div className="keypad" role="group" aria-label={say(words.number, language)}>
        {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => (
          <Digit key={digit} digit={digit} disabled={isSent} onPress={type} />
        ))}
        <button
          type="button"
          className="choice keypad-key"
          disabled={isSent || digits === ''}
          aria-label={say(words.erase, language)}
          onClick={() => type(digits.slice(0, -1))}
        >
          <Icon name="back" />
        </button>
        <Digit digit={0} disabled={isSent} onPress={type} />
      </div>
      <div className="steps">
        <BackButton language={language} disabled={isSent} onBack={onBack} />
        <button
          type="button"
          className="main-action"
          disabled={isSent || digits === ''}
          aria-busy={isSent}
          onClick={() => {
            go({ kind: 'sent' })
            void report({ number: digits })
          }}
        >
          {say(isSent ? words.arriving : words.arrive, language)}
        </button>
      </div>
    </Screen>
  )
}

/** A custom property, so that a long number gets letters that still fit. */
function lengthOf(number: string): CSSProperties {
  return { '--length': number.length } as CSSProperties // the type knows no custom properties
}

type DigitProps = {
  readonly digit: number
  readonly disabled: boolean
  readonly onPress: (change: (digits: string) => string) => void
}

function Digit({ digit, disabled, onPress }: DigitProps) {
  return (
    <button
      type="button"
      className="choice keypad-key"
      disabled={disabled}
      onClick={() => onPress((known) => `${known}${digit}`.slice(0, MOST_DIGITS))}
    >
      {digit}
    </button>
  )
}

type ArrivedProps = {
  readonly appointment: Arrived
  readonly zone: string
  readonly language: Language
  readonly onDone: () => void
}

function ArrivedFace({ appointment, zone, language, onDone }: ArrivedProps) {
  return (
    <Screen
      key="arrived"
      kind="arrival"
      heading={say(words.arrived, language)}
      head={
        <>
          <p className="arrival-number" style={lengthOf(appointment.number)} lang="bg">
            {appointment.number}
          </p>
          <dl className="arrival-facts">
            <div>
              <dt>{say(words.expected, language)}</dt>
              <dd>{clockFace(appointment.expectedAt, zone)}</dd>
            </div>
            <div>
              <dt>{say(words.where, language)}</dt>
              <dd>{say(words.room(appointment.room), language)}</dd>
            </div>
            <div>
              <dt>{say(words.ahead, language)}</dt>
              <dd>{appointment.ahead}</dd>
            </div>
          </dl>
          <p className="arrival-how">
            <Said words={appointment.post} language={language} />. {say(words.waitForCall, language)}
          </p>
        </>
      }
    >
      <div className="steps">
        <button type="button" className="main-action" onClick={onDone}>
          {say(words.done, language)}
        </button>
      </div>
    </Screen>
  )
}
