import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LETTERS } from '#shared/labels.ts'
import { LANGUAGES } from '#shared/languages.ts'
import type { SpokenLanguage, Voice } from '#shared/voice.ts'
import { numberClips, sentencesOf, type Spoken } from '../../display-ui/src/voice/sentence.ts'

type Index = Omit<SpokenLanguage, 'clips'> & { readonly clips: Readonly<Record<string, { text: string }>> }

/** The clips as they are shipped. */
function shipped(language: string): Index {
  return JSON.parse(
    readFileSync(new URL(`../../shared/voice/${language}/clips.json`, import.meta.url), 'utf8'),
  ) as Index
}
const indexes: Readonly<Record<string, Index>> = {
  bg: shipped('bg'),
  en: shipped('en'),
  de: shipped('de'),
}
const voice: Voice = {
  languages: Object.fromEntries(
    Object.entries(indexes).map(([language, index]) => [
      language,
      { ...index, clips: Object.keys(index.clips) },
    ]),
  ),
}

const call = (label: string, window: number, more: object = {}): Spoken => ({
  kind: 'window',
  label,
  window,
  name: null,
  isLast: false,
  language: 'bg',
  ...more,
})

/** What is heard: the words of the clips, one language after the other. */
function heard(spoken: Spoken): readonly string[] {
  return sentencesOf(spoken, voice).map(({ language, clips }) =>
    clips.map((name) => indexes[language]?.clips[name]?.text ?? `no clip ${name}`).join(' '),
  )
}

describe('a call aloud', () => {
  test('is said in Bulgarian, with the letter that nobody takes for another and the number in the neuter', () => {
    expect(heard(call('Г 014', 3))).toEqual([
      'Номер, гъ като Георги, четиринадесет, моля, заповядайте на гише три.',
    ])
    expect(heard(call('М 022', 2))).toEqual([
      'Номер, мъ като Мария, двадесет и две, моля, заповядайте на гише две.',
    ])
  })

  test('is said in the ticket’s language too, where that is another', () => {
    expect(heard(call('Д 121', 21, { language: 'en' }))).toEqual([
      'Номер, дъ като Димитър, сто двадесет и едно, моля, заповядайте на гише двадесет и едно.',
      'Number, D, as in Daniel, one hundred and twenty-one, please come to window twenty-one.',
    ])
    expect(heard(call('Г 201', 21, { language: 'de', isLast: true }))).toEqual([
      'Последно повикване за номер, гъ като Георги, двеста и едно, моля, заповядайте на гише двадесет и едно.',
      'Letzter Aufruf für Nummer, G wie Gustav, zweihunderteins, bitte kommen Sie zu Schalter einundzwanzig.',
    ])
  })

  test('is said in each language that a ticket can be taken in, with a name for every letter', () => {
    for (const language of LANGUAGES) {
      const openings = LETTERS.map((letter) =>
        heard(call(`${letter} 014`, 3, { language }))
          .at(-1)
          ?.split(',')
          .slice(0, 2)
          .join(),
      )
      expect(new Set(openings).size, language).toBe(LETTERS.length)
      expect(openings.join(), language).not.toContain('no clip')
    }
  })

  test('in a language that the hall does not speak is said in Bulgarian alone', () => {
    expect(heard(call('Г 001', 1, { language: 'fr' }))).toHaveLength(1)
  })

  test('to a window with a name of its own names it; a name without a clip is told by its number', () => {
    expect(heard(call('Ц 003', 8, { name: 'Жалби' }))).toEqual([
      'Номер, цъ като Цветан, три, моля, заповядайте на гише Жалби.',
    ])
    expect(heard(call('Ц 003', 8, { name: 'Ново име' }))[0]).toMatch(/на гише осем\.$/)
    expect(heard(call('Ц 003', 8, { name: 'Жалби', language: 'de' }))[1]).toMatch(/zu Schalter acht\.$/)
  })

  test('for the last time says so', () => {
    expect(heard(call('Г 014', 3, { isLast: true }))[0]).toMatch(/^Последно повикване за номер, гъ/)
  })

  test('to an official’s door names the appointment’s number and the room, never a person', () => {
    expect(heard({ kind: 'door', number: 'ПД-0147', room: '204' })).toEqual([
      'Приемен ден. Номер, сто четиридесет и седем, моля, заповядайте в стая, двеста и четири,',
    ])
    expect(heard({ kind: 'door', number: 'ПД-0012', room: 'Малка зала' })[0]).toMatch(
      /Моля, погледнете таблото\.$/,
    )
  })
})

describe('a number', () => {
  const said = (language: string, number: number) =>
    numberClips(number, voice.languages[language] ?? { clips: [], joined: [] })
      .map((name) => indexes[language]?.clips[name]?.text.replace(',', ''))
      .join(' ')

  test('beyond the whole clips is put together, with „и“ before its last word', () => {
    expect(said('bg', 301)).toBe('триста и едно')
    expect(said('bg', 320)).toBe('триста и двадесет')
    expect(said('bg', 934)).toBe('деветстотин тридесет и четири')
    expect(said('bg', 1_000)).toBe('хиляда')
    expect(said('bg', 1_005)).toBe('хиляда и пет')
    expect(said('bg', 2_147)).toBe('две хиляди сто четиридесет и седем')
    expect(said('en', 934)).toBe('nine hundred and thirty-four')
    expect(said('en', 1_005)).toBe('one thousand and five')
    expect(said('en', 1_147)).toBe('one thousand one hundred and forty-seven')
    expect(said('de', 934)).toBe('neunhundert vierunddreißig')
    expect(said('de', 1_005)).toBe('eintausend fünf')
    expect(said('de', 20_111)).toBe('zwanzigtausend einhundertelf')
  })

  test('from 1 to 20 999 is never left out, in any language', () => {
    for (const language of LANGUAGES) {
      const numbers = Array.from({ length: 20_999 }, (_, index) => index + 1)
      expect(numbers.filter((number) => said(language, number) === '')).toEqual([])
    }
  })

  test('too large for words is said figure by figure', () => {
    expect(said('bg', 30_512)).toBe('три нула пет едно две')
  })
})
