import { useEffect, useEffectEvent, useState } from 'react'
import { createWatch } from './idle.ts'

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'click', 'wheel', 'touchmove'] as const

type Idle = { readonly watching: boolean; readonly isPatient: boolean; readonly onOver: () => void }

/**
 * Turns the screen to the next person when nobody touches it any more. The time is a person's, on this
 * machine: a training clock that runs at another speed must not hurry anyone.
 * @param isPatient whether this person has shown that they need time.
 * @returns the seconds left while the warning shows, else null; and `stay`, which begins the time anew. Whoever stays
 * when they are asked is given more of it.
 */
export function useIdle({ watching, isPatient, onOver }: Idle): {
  secondsLeft: number | null
  stay: () => void
} {
  const [watch] = useState(createWatch)
  const [left, setLeft] = useState<number | null>(null)
  const over = useEffectEvent(onOver)
  function stay() {
    watch.touch(performance.now())
    setLeft(null)
  }
  const touched = useEffectEvent(stay)
  const looked = useEffectEvent(() => {
    const now = watch.look(performance.now(), isPatient)
    setLeft(now === 0 ? null : now)
    if (now === 0) over()
  })

  useEffect(() => {
    if (!watching) return
    watch.begin(performance.now())
    const sign = () => touched()
    const timer = setInterval(() => looked(), 200)
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, sign, { passive: true })
    return () => {
      clearInterval(timer)
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, sign)
    }
  }, [watching, watch])

  return { secondsLeft: watching ? left : null, stay }
}
