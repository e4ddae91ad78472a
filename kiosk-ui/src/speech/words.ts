import type { Bilingual } from '#shared/ids.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** What is heard and not seen: how to go on, and what the eye would see of a choice. */
export const words = everyLanguage(
  {
    begin: {
      bg: 'Озвучаването е включено. Четири клавиша: „Следващо“, „Предишно“, „Избор“ и „Повтори“. Сила на звука и помощ от служител има сред изборите в края на екрана.',
      en: 'Speech is on. Four keys: next, previous, choose and repeat. Volume and help from staff are among the choices at the end of the screen.',
    },
    end: { bg: 'Озвучаването спира.', en: 'Speech ends.' },
    howToGoOn: {
      bg: 'За следващото натиснете „Следващо“.',
      en: 'For what comes next press the next key.',
    },
    top: { bg: 'Начало на екрана.', en: 'Top of the screen.' },
    bottom: { bg: 'Край на екрана.', en: 'End of the screen.' },
    place: (at: number, of: number): Bilingual => ({ bg: `${at} от ${of}.`, en: `${at} of ${of}.` }),
    button: { bg: 'Бутон.', en: 'Button.' },
    on: { bg: 'Включено.', en: 'On.' },
    off: { bg: 'Изключено.', en: 'Off.' },
    chosen: { bg: 'Избрано.', en: 'Chosen.' },
    notChosen: { bg: 'Не е избрано.', en: 'Not chosen.' },
    unavailable: { bg: 'В момента не може да се избере.', en: 'Cannot be chosen at the moment.' },
    stayByKey: {
      bg: 'Остават 20 секунди. За да останете, натиснете който и да е клавиш.',
      en: '20 seconds are left. To stay, press any key.',
    },
  },
  (all) => all.speech,
)
