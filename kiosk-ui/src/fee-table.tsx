import { money, say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { Fee } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import { speedWords, words } from './words.ts'

type Props = { readonly fees: readonly Fee[]; readonly language: Language }

/** What the service costs and how long it takes, a line for each speed. */
export function FeeTable({ fees, language }: Props) {
  if (fees.length === 0) return <p>{say(words.free, language)}</p>
  return (
    <table className="fees">
      <thead>
        <tr>
          <th scope="col">{say(words.speed, language)}</th>
          <th scope="col">{say(words.fee, language)}</th>
          <th scope="col">{say(words.term, language)}</th>
        </tr>
      </thead>
      <tbody>
        {fees.map((fee) => (
          <tr key={fee.speed}>
            <th scope="row">{say(speedWords[fee.speed], language)}</th>
            <td className="fee-money">{money(fee.cents, language)}</td>
            <td>
              <Said words={fee.term} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** By what act it costs that, and since when. */
export function FeeGrounds({ fees, language }: Props) {
  return grounds(fees).map(({ speeds, legalGround, validFrom }) => (
    <p key={`${legalGround} ${validFrom}`} className="fee-ground">
      {speeds.length === fees.length
        ? null
        : `${speeds.map((speed) => say(speedWords[speed], language)).join(', ')} – `}
      {say(words.legalGround, language)}: <span lang="bg">{legalGround}</span>.{' '}
      {say(words.validFrom(dateWords(validFrom)), language)}
    </p>
  ))
}

type Ground = { readonly speeds: readonly Fee['speed'][] } & Pick<Fee, 'legalGround' | 'validFrom'>

/** @returns each act once, with the speeds that it prices. */
function grounds(fees: readonly Fee[]): readonly Ground[] {
  return fees.reduce<readonly Ground[]>((known, { speed, legalGround, validFrom }) => {
    const same = known.find((ground) => ground.legalGround === legalGround && ground.validFrom === validFrom)
    if (same === undefined) return [...known, { speeds: [speed], legalGround, validFrom }]
    return known.map((ground) =>
      ground === same ? { ...ground, speeds: [...ground.speeds, speed] } : ground,
    )
  }, [])
}
