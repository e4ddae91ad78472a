import { join } from 'node:path'
import { pronounced } from '../../kiosk-ui/src/speech/pronounced.ts'
import { startHall } from '../harness/hall.ts'
import { busyHall } from './busy-hall.ts'
import { expect, test, type Page } from './screens.ts'

const VOICE = join(import.meta.dirname, '..', 'harness', 'voice.sh')

test('somebody who does not see takes a ticket with four keys, by ear alone', async ({ screens }) => {
  test.setTimeout(90_000)
  const hall = await startHall({ speech: VOICE })
  await busyHall(hall)
  const kiosk = await screens.kiosk(hall.base)
  await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText('Моля, изберете услуга')
  const { heard, press, until, all } = ears(kiosk)

  await test.step('one key begins, and the screen is read', async () => {
    await press('F1')
    await heard('Озвучаването е включено')
    await heard('Моля, изберете услуга')
    await all()
  })

  await test.step('louder by the key, and by a choice among the others', async () => {
    await press('F2')
    await heard('Сила на звука 4 от 5')
    await until('Сила на звука 4 от 5. Бутон')
    await press('Enter')
    await heard('Сила на звука 5 от 5')
  })

  await test.step('a kind of service, a service, and all that is to be known of it', async () => {
    await until('Гражданско състояние и адресна регистрация')
    await press('Enter')
    await heard('Гражданско състояние и адресна регистрация. Моля, изберете услуга. За следващото')
    await until('Удостоверение за наследници')
    await press('Enter')
    await heard('Необходими документи')
    await all()
  })

  await test.step('the step before is a key too, and what was not understood is said again', async () => {
    await until('Желая обслужване с предимство')
    await press('ArrowUp')
    await heard('Обикновен ред')
    await press('F1')
    await heard('Обикновен ред')
    await press('ArrowDown')
    await press('Enter')
    await heard('Избрано.')
  })

  await test.step('the ticket', async () => {
    await until('Изтеглете билет')
    await press('Enter')
    await heard('Вашият номер е гъ 3')
    await all()
    await until('Готово')
    await press('Enter')
    await heard('Озвучаването спира')
  })

  await test.step('the next person finds silence, and a voice in the middle', async () => {
    await expect(kiosk.getByRole('button', { name: 'Озвучаване' })).toHaveAttribute('aria-pressed', 'false')
    await press('F1')
    await heard('Озвучаването е включено')
    await until('Сила на звука 3 от 5')
  })
  screens.expectLossOfLine()
  await hall.close()
})

test('where there is no voice the kiosk says so, and whoever cannot read it is met by somebody', async ({
  hall,
  screens,
}) => {
  const kiosk = await screens.kiosk(hall.base)
  await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText('Моля, изберете услуга')
  await hall.as('clerk1')
  await kiosk.getByRole('button', { name: 'Озвучаване' }).tap()
  await expect(kiosk.getByText('Този киоск няма глас. Служител ще Ви помогне')).toBeVisible()
  expect((await hall.kiosk.view('kiosk')).view.assistanceAsked).toBe(false)

  await kiosk.keyboard.press('F1')
  await expect(kiosk.getByText('Този киоск няма глас. Служител идва да Ви помогне')).toBeVisible()
  expect((await hall.kiosk.view('kiosk')).view.assistanceAsked).toBe(true)
})

/** The ears of whoever stands before the kiosk: they know what was said, and nothing else. */
function ears(kiosk: Page) {
  const said: string[] = []
  let from = 0
  kiosk.on('request', (request) => {
    if (request.url().endsWith('/speech')) said.push(String(request.postDataJSON().text))
  })
  const sinceLast = () => said.slice(from).join(' ')

  async function press(key: 'ArrowDown' | 'ArrowUp' | 'Enter' | 'F1' | 'F2') {
    from = said.length
    await kiosk.keyboard.press(key)
  }
  async function heard(words: string) {
    await expect.poll(sinceLast, { intervals: [20, 50, 100] }).toContain(words)
  }
  /** The next key, until the words are heard. */
  async function until(words: string) {
    for (let steps = 0; steps < 60; steps += 1) {
      await press('ArrowDown')
      await expect.poll(sinceLast, { intervals: [20, 50, 100] }).not.toBe('')
      if (sinceLast().includes(words)) return
    }
    throw new Error(`never heard: ${words}`)
  }
  /** Once around the screen: every word that is shown was said. */
  async function all() {
    const beginning = from
    await heard('натиснете Следващо') // to the end of what is read by itself
    for (let steps = 0; steps < 60 && !sinceLast().includes('Начало на екрана'); steps += 1) {
      await press('ArrowDown')
      await expect.poll(sinceLast, { intervals: [20, 50, 100] }).not.toBe('')
    }
    await until('Deutsch') // the last thing before the face, where it began
    // What the screen announced meanwhile is said after what the keys asked for.
    const unsaid = async () => {
      const ear = wordsOf(said.slice(beginning).join(' '))
      const eye = wordsOf(pronounced((await kiosk.evaluate(shownWords)).join(' '), 'bg'))
      return eye.filter((word) => !ear.includes(word))
    }
    await expect.poll(unsaid).toEqual([])
  }
  return { heard, press, until, all }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Runs in the page. @returns every text that an eye can read, whatever it stands in. */
function shownWords(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode() !== null) {
    const box = walker.currentNode.parentElement
    const isShown = box?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true
    if (isShown && box.closest('[aria-hidden="true"], .visually-hidden') === null)
      texts.push(walker.currentNode.textContent ?? '')
  }
  return texts
}
