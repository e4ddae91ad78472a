import { useEffect, useRef, useSyncExternalStore } from 'react'
import './picture.css'
import { PICTURE_MS, type PictureShow } from './pictures.ts'
import type { HallVoice } from './voice/hall-voice.ts'

/** While somebody is called aloud a video is so loud, of 1. */
const DUCKED = 0.12

type Props = { readonly show: PictureShow; readonly voice: HallVoice }

/** What stands in the upper third while nobody is called: a picture, or a video that makes room for the voice. */
export function Picture({ show, voice }: Props) {
  const file = useSyncExternalStore(show.subscribe, show.get)
  if (file === null) return null
  const address = show.addressOf(file)
  return (
    <div className="picture" aria-hidden="true">
      {file.kind === 'picture' ? (
        <Still key={file.name} address={address} onEnd={show.turn} />
      ) : (
        <Video key={file.name} address={address} onEnd={show.turn} voice={voice} />
      )}
    </div>
  )
}

type Shown = { readonly address: string; readonly onEnd: () => void }

function Still({ address, onEnd }: Shown) {
  useEffect(() => {
    const timer = setInterval(onEnd, PICTURE_MS)
    return () => clearInterval(timer)
  }, [onEnd])
  return <img src={address} alt="" />
}

function Video({ address, onEnd, voice }: Shown & { readonly voice: HallVoice }) {
  const element = useRef<HTMLVideoElement>(null)
  const isTalking = useSyncExternalStore(voice.subscribe, voice.isTalking)
  const isSilent = useSyncExternalStore(voice.subscribe, voice.isSilent)
  useEffect(() => {
    if (element.current === null) return
    const volume = (voice.orders()?.volume ?? 0) / 100
    element.current.volume = isTalking ? volume * DUCKED : volume
  }, [isTalking, voice])
  return (
    // A video in a hall without sound is one without sound: what it says stands in its own picture.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={element}
      src={address}
      autoPlay
      muted={isSilent}
      playsInline
      onEnded={onEnd}
      onError={onEnd}
    />
  )
}
