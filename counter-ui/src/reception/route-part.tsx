import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { DeskView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import { ChoiceList } from './choice-list.tsx'
import type { DeskPart } from './desk-part.ts'
import { words } from './words.ts'

type Unit = DeskView['units'][number]

/** A question that falls to a unit: the person is sent there, and only that it happened is kept. */
export function RoutePart({ view, isLive, act, language }: DeskPart) {
  const [chosen, choose] = useState<Unit | null>(view.units[0] ?? null)
  const [routed, become] = useState<Unit | null>(null)
  return (
    <div className="route">
      <h3 className="slot-heading">{say(words.routeTitle, language)}</h3>
      <div className="route-body">
        <ChoiceList
          label={say(words.unit, language)}
          chosen={chosen?.id ?? null}
          place={focusOnce}
          onChoose={(id) => {
            become(null)
            choose(view.units.find((unit) => unit.id === id) ?? null)
          }}
          onNext={() => document.querySelector<HTMLElement>('.route .action-main .action-button')?.focus()}
          options={view.units.map((unit) => ({
            id: unit.id,
            content: (
              <span className="official-option">
                <span className="official-post">{say(unit.name, language)}</span>
                <span className="option-quiet">{say(unit.where, language)}</span>
              </span>
            ),
          }))}
        />
        <div className="route-side">
          <ActionButton
            kind="main"
            label={
              chosen === null
                ? say(words.route, language)
                : `${say(words.route, language)}: ${say(chosen.name, language)}`
            }
            onAct={async () => {
              if (chosen === null) return { kind: 'done', value: undefined }
              const reply = await act('route-question', { unit: chosen.id })
              if (reply.kind === 'done') become(chosen)
              return reply
            }}
            disabled={!isLive || chosen === null}
            language={language}
          />
          <div role="status" className="route-told">
            {routed === null ? (
              <p className="option-quiet">{say(words.routeNote, language)}</p>
            ) : (
              <>
                <p>{say(words.routeDone(routed.name), language)}</p>
                <p className="option-quiet">{say(words.routeSend, language)}</p>
                <p className="route-where">{say(routed.name, language)}</p>
                <p className="route-where">{say(routed.where, language)}</p>
              </>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}

function focusOnce(element: HTMLDivElement | null) {
  if (element !== null && element.dataset['met'] === undefined) {
    element.dataset['met'] = ''
    element.focus()
  }
}
