import { useEffect, useEffectEvent, useRef } from 'react'
import { LEVELS, type Preferences } from './preferences.ts'
import { createStrikes, keysOf, type KeyAct } from './keys.ts'
import type { Reading } from './speech/reading.ts'

type Speech = {
  readonly office: string
  readonly token: string
  readonly preferences: Preferences
  readonly onPrefer: (preferences: Preferences) => void
  /** Somebody listens: they are still there. */
  readonly onSpeaking: () => void
  /** There is no voice, and whoever asked for it by a key cannot read that. */
  readonly onHelpless: () => void
}

/**
 * The screen as speech, and its four keys. It begins with the key for listening, with headphones plugged in, or with the
 * button on the screen; it ends with the person. What it needs is fetched then and not before.
 */
export function useSpeech({ office, token, preferences, onPrefer, onSpeaking, onHelpless }: Speech): void {
  const { speech, volume } = preferences
  const opened = useRef<Promise<Reading> | null>(null)
  const isByKey = useRef(false)
  const speaking = useEffectEvent(onSpeaking)
  const unheard = useEffectEvent(() => {
    onPrefer({ ...preferences, speech: 'unheard' })
    if (isByKey.current) onHelpless()
  })
  const reading = useEffectEvent((): Promise<Reading> => {
    opened.current ??= import('./speech/reading.ts').then(({ openReading }) =>
      openReading({ office, token, onSpeaking: () => speaking(), onUnheard: () => unheard() }),
    )
    return opened.current
  })

  const isOn = speech === 'on'
  useEffect(() => {
    if (!isOn) return
    const open = reading()
    void open.then((read) => read.start())
    return () => void open.then((read) => read.stop())
  }, [isOn])

  const told = useRef(volume)
  useEffect(() => {
    if (!isOn) return
    const isChanged = told.current !== volume
    told.current = volume
    void reading().then((read) => {
      read.setVolume(volume)
      if (isChanged) read.sayVolume(volume)
    })
  }, [isOn, volume])

  const listen = useEffectEvent(() => {
    isByKey.current = true
    if (speech !== 'on') return onPrefer({ ...preferences, speech: 'on' })
    void reading().then((read) => read.repeat())
  })
  const fallSilent = useEffectEvent(() => {
    if (speech !== 'off') onPrefer({ ...preferences, speech: 'off' })
  })

  const act = useEffectEvent((what: KeyAct) => {
    switch (what) {
      case 'next':
        return void reading().then((read) => read.move(1))
      case 'previous':
        return void reading().then((read) => read.move(-1))
      case 'choose':
        return void reading().then((read) => read.choose())
      case 'listen':
        return listen()
      case 'plugged':
        if (speech !== 'on') listen()
        return
      case 'unplugged':
        return fallSilent()
      case 'volume':
        onPrefer({ ...preferences, volume: louder(volume) })
    }
  })

  useEffect(() => {
    const setting = new URLSearchParams(location.search)
    const keys = keysOf(setting.get('keys'))
    const counts = createStrikes(Number(setting.get('strike')))
    function onKey(event: KeyboardEvent) {
      const what = keys[event.code]
      // Enter may be the end of a slip's code, and, before anybody walks, the browser's own.
      if (what === undefined || event.defaultPrevented || event.repeat) return
      if (what === 'choose' && opened.current === null) return
      event.preventDefault()
      if (counts(event.code, event.timeStamp)) act(what)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const changed = useEffectEvent((more: boolean) => act(more ? 'plugged' : 'unplugged'))
  useEffect(() => watchSockets((more) => changed(more)), [])
}

/** @returns the next step of loudness; after the loudest the softest. */
export function louder(volume: number): number {
  return (volume % LEVELS) + 1
}

/**
 * Tells when a sound device comes or goes. Browsers tell it only where the page is trusted (https, or this machine), and
 * only for sockets that appear as devices: a keypad that sends a key for its socket is surer (docs/accessibility.md).
 */
function watchSockets(onChange: (isMore: boolean) => void): () => void {
  const devices = 'mediaDevices' in navigator ? navigator.mediaDevices : null
  if (devices === null) return () => {}
  let known: number | null = null
  const count = async () =>
    (await devices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput').length
  const look = async () => {
    const before = known
    known = await count()
    if (before !== null && known !== before) onChange(known > before)
  }
  const heard = () => void look()
  void look()
  devices.addEventListener('devicechange', heard)
  return () => devices.removeEventListener('devicechange', heard)
}
