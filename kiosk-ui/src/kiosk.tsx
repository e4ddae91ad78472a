import { Suspense, useEffect, useEffectEvent, useReducer, useState, useSyncExternalStore } from 'react'
import { newKey, type Api } from '#shared/client/api.ts'
import { isoOf } from '#shared/client/instants.ts'
import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import { useSpoken } from '#shared/client/use-spoken.ts'
import type { ServiceId } from '#shared/ids.ts'
import type { KioskService } from '#shared/views.ts'
import type { Away } from './away/away.ts'
import { AwayNote } from './away/away-note.tsx'
import { awayTicket } from './away/away-ticket.ts'
import { AwayTicketPage } from './away/lazy.tsx'
import { lineLost } from './away/line-lost.ts'
import { isHelpless, phaseBy } from './away/opening-hours.ts'
import { ClosedFace } from './closed-face.tsx'
import { expectedOf } from './expected.ts'
import { GroupList } from './group-list.tsx'
import type { Hall } from './hall.ts'
import { isTurnedAway, journey, START, type IssueBody } from './journey.ts'
import { LineDown } from './line-down.tsx'
import { usePaper } from './paper.ts'
import { isOrdinary, needsTime, ORDINARY, usePageFace } from './preferences.ts'
import { ArrivalPage, ReceptionDays } from './reception/lazy.tsx'
import { useScanner } from './reception/scanner.ts'
import { RefusedFace } from './refused-face.tsx'
import { ServiceList } from './service-list.tsx'
import { ServicePage } from './service-page.tsx'
import { SetUp } from './set-up-lazy.tsx'
import { Stage } from './stage.tsx'
import { TicketPage } from './ticket-page.tsx'
import { useIdle } from './use-idle.ts'
import { useSpeech } from './use-speech.ts'
import { Waiting } from './waiting.tsx'

type Props = {
  readonly hall: Hall
  readonly token: string
  readonly line: Line
  readonly api: Api
  readonly away: Away
}

/** The citizens' screen: which of its faces shows now. */
export function Kiosk({ hall, token, line, api, away }: Props) {
  const office = hall.office.id
  const live = useLive(line, office, 'kiosk')
  const waits = useLive(line, office, 'waits')
  const foreseen = waits.status === 'live' ? waits.view : null
  const [place, go] = useReducer(journey, START)
  const [preferences, prefer] = useState(ORDINARY)
  const [revoked, setRevoked] = useState(false)
  const language = useSpoken(preferences.language)
  const view = 'view' in live ? live.view : null
  const isLive = live.status === 'live' && live.version > 0 // 0: remembered, and no line has come yet
  const { date, stock, refused } = useSyncExternalStore(away.subscribe, away.get)
  const now = useOfficeTime(line, 15_000)
  const phase = view === null ? null : isLive ? view.day.phase : phaseBy(view.day, now)
  const hasNumbers = date === view?.day.date && Object.values(stock).some(({ unspent }) => unspent > 0)
  const canGive = hasNumbers && phase === 'open'
  const helpless = isHelpless({ isLive, phase, hasNumbers })
  const paper = usePaper({ line, api, office, ticket: place.at === 'ticket' ? place.ticket : null })
  usePageFace({ ...preferences, language })

  function home() {
    prefer(ORDINARY)
    go({ do: 'home' })
  }
  const asking = place.at === 'service' ? place.asking.step : null
  // Without the line nobody else can be served here: the screen waits for the answer as long as it takes.
  const sending = asking === 'sent' || (asking === 'unanswered' && !isLive)
  const isTouched = place.at !== 'start' || !isOrdinary(preferences)
  const turnedAway = isTurnedAway(place, !helpless && (phase === null || phase === 'open'))
  useScanner((code) => {
    if (live.status === 'live' && live.view.reception !== null) go({ do: 'open-arrival', scanned: code })
  })
  const idle = useIdle({ watching: isTouched && !sending, isPatient: needsTime(preferences), onOver: home })
  useSpeech({
    office,
    token,
    preferences,
    onPrefer: prefer,
    onSpeaking: idle.stay,
    onHelpless: () => void api.command(office, 'ask-assistance', {}),
  })

  async function takeTicket(service: KioskService): Promise<void> {
    if (place.at !== 'service' || place.asking.step === 'sent') return
    const { key, asking, priority } = place
    const wasAsked = asking.step === 'unanswered'
    const body: IssueBody = wasAsked ? asking.body : { service: service.id, priority, language }
    go({ do: 'ask', body })
    const lost = lineLost(line, office)
    const asked = isLive ? api.command(office, 'issue-ticket', body, key) : null
    const first = asked === null ? null : await Promise.race([asked, lost.happened])
    lost.forget()
    // From here on no answer is heard any more, unless there is no number to give instead.
    const isHopeless = first === null || first.kind === 'unreachable'
    if (isHopeless && (await giveWithout(service, body, asked !== null || wasAsked))) return
    if (isHopeless && asked === null) return go({ do: 'find-none', key })
    const reply = first ?? (await asked) ?? { kind: 'unreachable' }
    if (reply.kind === 'done') return go({ do: 'hear-ticket', key, ticket: reply.value.ticket, service })
    if (reply.kind === 'unreachable') return go({ do: 'hear-nothing', key, rejection: null })
    if (reply.status === 401) return setRevoked(true)
    // A failure of the server may come after the ticket was written: only the same key is safe.
    if (reply.status >= 500) return go({ do: 'hear-nothing', key, rejection: reply.rejection })
    go({ do: 'hear-refusal', key, rejection: reply.rejection, nextKey: newKey() })
  }

  /** @returns whether the ticket was given by a number of the store. */
  async function giveWithout(service: KioskService, body: IssueBody, wasAsked: boolean): Promise<boolean> {
    if (place.at !== 'service' || view === null || !canGive) return false
    const { key } = place
    const given = await away.give({
      key,
      letter: service.letter,
      service: body.service,
      issuedAt: isoOf(line.now()),
      priority: body.priority ?? false,
      language: body.language ?? 'bg',
      asked: wasAsked ? body : null,
    })
    if (given === null) return false
    const ticket = awayTicket(given)
    const isPrinted = await away.print({ ticket, service: service.name, view, language: given.language })
    go({ do: 'give', key, ticket, service, isPrinted })
    return true
  }

  // With the line back, nobody has to ask again for a ticket that may have been given.
  const askAgain = useEffectEvent(() => {
    if (live.status !== 'live' || !isLive || place.at !== 'service' || place.asking.step !== 'unanswered')
      return
    const service = live.view.services.find(({ id }) => id === place.service)
    if (service !== undefined) void takeTicket(service)
  })
  useEffect(() => {
    const soon = setTimeout(() => askAgain())
    return () => clearTimeout(soon)
  }, [isLive])

  function waitsFor(services: readonly ServiceId[]) {
    return foreseen?.services.filter(({ service }) => services.includes(service)) ?? []
  }

  if (revoked) return <SetUp why="refused" />
  if (live.status === 'refused' && live.rejection.code === 'not-signed-in') return <SetUp why="refused" />

  return (
    <Stage
      office={view?.office ?? hall.office}
      training={hall.training}
      zone={hall.office.zone}
      line={line}
      preferences={preferences}
      language={language}
      onPrefer={prefer}
      // There is no start to return to: the screen is ordinary again without a word.
      idle={turnedAway ? { ...idle, secondsLeft: null } : idle}
      note={
        <AwayNote
          isAway={!isLive && view !== null && !helpless}
          gives={canGive}
          refused={refused}
          language={language}
        />
      }
      assistance={
        view !== null && isLive && (view.day.phase === 'open' || view.day.phase === 'finishing')
          ? {
              asked: view.assistanceAsked,
              ask: () => api.command(office, 'ask-assistance', {}),
              onRevoked: () => setRevoked(true),
            }
          : null
      }
    >
      {face()}
    </Stage>
  )

  function face() {
    if (live.status === 'refused') return <RefusedFace rejection={live.rejection} language={language} />
    if (view === null) return <Waiting language={language} />
    if (place.at === 'ticket') {
      const { ticket, service, priority } = place
      const hasNoWindow =
        isLive && view.services.find(({ id }) => id === service.id)?.openWindows.length === 0
      return (
        <TicketPage
          key={ticket.id}
          ticket={ticket}
          service={service}
          priority={priority}
          hasNoWindow={hasNoWindow}
          day={view.day}
          address={`${hall.publicUrl ?? location.origin}/t/${office}/${ticket.code}`}
          paper={paper}
          language={language}
          onDone={home}
        />
      )
    }
    if (place.at === 'away-ticket') {
      const { ticket, service, priority, isPrinted } = place
      return (
        <Suspense fallback={<Waiting language={language} />}>
          <AwayTicketPage
            key={ticket.label}
            ticket={ticket}
            service={service}
            priority={priority}
            zone={view.day.zone}
            date={view.day.date}
            isPrinted={isPrinted}
            language={language}
            onDone={home}
          />
        </Suspense>
      )
    }
    const atService = place.at === 'service'
    const chosen = atService ? view.services.find((service) => service.id === place.service) : undefined
    if (turnedAway && helpless) return <LineDown isOpen={phase === 'open'} language={language} />
    if (turnedAway && phase !== null && phase !== 'open') {
      return (
        <ClosedFace
          day={view.day}
          phase={phase}
          opensByItself={isLive || hasNumbers}
          contact={view.office.contact}
          language={language}
        />
      )
    }
    if (place.at === 'arrival' && isLive) {
      return (
        <Suspense fallback={<Waiting language={language} />}>
          <ArrivalPage
            key={place.scanned}
            api={api}
            office={office}
            zone={view.day.zone}
            language={language}
            scanned={place.scanned}
            onRevoked={() => setRevoked(true)}
            onBack={() => go({ do: 'home' })}
            onDone={home}
          />
        </Suspense>
      )
    }
    if (atService && chosen !== undefined) {
      const group = view.groups.find((each) => each.id === chosen.group)
      return (
        <ServicePage
          key={chosen.id}
          service={chosen}
          group={group?.name ?? null}
          priority={place.priority}
          asking={place.asking}
          day={view.day}
          now={now}
          wait={waitsFor([chosen.id])[0] ?? null}
          isLive={isLive}
          canTake={isLive || canGive}
          example={view.office.example}
          language={language}
          about={
            isLive && view.reception?.service === chosen.id ? (
              <Suspense fallback={null}>
                <ReceptionDays reception={view.reception} line={line} language={language} />
              </Suspense>
            ) : null
          }
          onPriority={(priority) => go({ do: 'choose-priority', priority })}
          onTake={() => void takeTicket(chosen)}
          onBack={() => go({ do: 'back' })}
        />
      )
    }
    const { day } = view
    const group = place.at === 'group' ? view.groups.find((each) => each.id === place.group) : undefined
    if (group !== undefined) {
      return (
        <ServiceList
          key={group.id}
          group={group}
          services={view.services.filter((service) => service.group === group.id)}
          expectedOf={(id) => {
            const wait = waitsFor([id])
            return expectedOf(wait, wait[0]?.ordinary, day, now)
          }}
          isLive={isLive}
          language={language}
          onChoose={(service) => go({ do: 'open-service', service, group: group.id, key: newKey() })}
          onBack={() => go({ do: 'back' })}
        />
      )
    }
    return (
      <GroupList
        view={view}
        expectedOf={({ id, letter }) => {
          const ids = view.services.flatMap((service) => (service.group === id ? [service.id] : []))
          const told = foreseen?.letters.find((each) => each.letter === letter)
          return expectedOf(waitsFor(ids), told?.wait, day, now)
        }}
        isLive={isLive}
        language={language}
        onGroup={(id) => go({ do: 'open-group', group: id })}
        onService={(service) => go({ do: 'open-service', service, group: null, key: newKey() })}
        onArrival={() => go({ do: 'open-arrival', scanned: null })}
      />
    )
  }
}
