import type { Bilingual } from '#shared/ids.ts'
import type { FairnessReport } from '#shared/fairness.ts'

/** What the supervisor's pages on plans and fairness say, in both languages. */
export const words = {
  plan: { bg: 'Какво ако', en: 'What if' },
  planAbout: {
    bg: 'Проиграване на ден с други отворени гишета и правила. Нищо в залата не се променя.',
    en: 'A day tried out with other windows open and other rules. Nothing in the hall changes.',
  },
  date: { bg: 'Ден', en: 'Day' },
  dateHint: {
    bg: 'Минал ден – както е бил; бъдещ – по прогноза от същия ден на седмицата',
    en: 'A past day as it was; one to come as foreseen from the same weekday',
  },
  weight: { bg: 'Тежест на предимството (празно: както е сега)', en: 'Weight of priority (empty: as it is)' },
  standard: { bg: 'Стандарт, мин.', en: 'Standard, min' },
  closes: { bg: 'Край на работното време', en: 'End of the hours' },
  openWhen: { bg: 'Кое гише кога е отворено', en: 'Which window is open when' },
  window: { bg: 'Гише', en: 'Window' },
  windows: { bg: 'Гишета', en: 'Windows' },
  allDay: { bg: 'цял ден', en: 'all day' },
  open: { bg: 'отворено', en: 'open' },
  closed: { bg: 'затворено', en: 'closed' },
  run: { bg: 'Проиграй деня', en: 'Try the day out' },
  seek: { bg: 'Най-малко гишета за 95 %', en: 'Fewest windows for 95%' },
  working: { bg: 'Проиграва се…', en: 'Trying out…' },
  source: { bg: 'Посетители', en: 'Visitors' },
  peak: { bg: 'преди срок за местни данъци', en: 'before a tax term' },
  usual: { bg: 'всички гишета', en: 'all windows' },
  asked: { bg: 'по плана', en: 'as planned' },
  sought: { bg: 'най-малко гишета', en: 'fewest windows' },
  outOfReach: {
    bg: 'И с всички гишета 95 % в рамките на стандарта не се постигат.',
    en: 'Even with all windows 95% within the standard is out of reach.',
  },
  use: { bg: 'Приеми като план', en: 'Take as the plan' },
  median: { bg: 'Медиана на чакането, мин.', en: 'Median wait, min' },
  p90: { bg: '9 от 10 чакат до, мин.', en: '9 of 10 wait up to, min' },
  within: { bg: 'Дял в рамките на стандарта', en: 'Share within the standard' },
  unserved: { bg: 'Необслужени до края', en: 'Unserved at the limit' },
  utilisation: { bg: 'Заетост на гишетата', en: 'Windows busy' },
  figure: { bg: 'Показател', en: 'Figure' },
  whole: { bg: 'За целия ден, с 95 % доверителен интервал', en: 'Over the whole day, with 95% intervals' },
  curvesAbout: {
    bg: 'По час на идване. Ивицата е 95 % доверителен интервал.',
    en: 'By hour of arrival. The band is the 95% interval.',
  },
  visitorsByHalf: { bg: 'Очаквани посетители на половин час', en: 'Visitors expected by half hour' },
  byService: { bg: 'По услуги и половин час', en: 'By service and half hour' },
  service: { bg: 'Услуга', en: 'Service' },
  total: { bg: 'Общо', en: 'Total' },

  fairness: { bg: 'Ред и справедливост', en: 'Order and fairness' },
  fairnessAbout: {
    bg: 'Кой преди кого е повикан, сред номерата, които едно и също гише е можело да обслужи.',
    en: 'Who was called before whom, among tickets that a common window could have served.',
  },
  calledToday: { bg: 'Повиквания', en: 'Calls' },
  skipped: { bg: 'Изпреварени номера', en: 'Tickets overtaken' },
  skips: { bg: 'Изпреварвания', en: 'Times overtaken' },
  byPriority: { bg: 'с предимство', en: 'by priority' },
  byOutOfOrder: { bg: 'извън реда', en: 'out of order' },
  most: { bg: 'най-много за един', en: 'most for one' },
  slips: { bg: 'Минали напред', en: 'Went ahead' },
  longest: { bg: 'Най-дълго чакане', en: 'Longest wait' },
  longestNever: { bg: 'не е дошъл ред', en: 'the turn never came' },
  overtakenTimes: { bg: 'изпреварен пъти', en: 'times overtaken' },
  none: { bg: 'Никой не е изпреварен.', en: 'Nobody was overtaken.' },
  latest: { bg: 'Изпреварвания, последните най-горе', en: 'Overtakings, newest first' },
  time: { bg: 'Час', en: 'Time' },
  number: { bg: 'Номер', en: 'Number' },
  passed: { bg: 'Преди', en: 'Ahead of' },
  reason: { bg: 'Причина', en: 'Reason' },
  kind: { bg: 'Вид', en: 'Kind' },
} as const

export const kindWords: { readonly [K in FairnessReport['overtakings'][number]['kind']]: Bilingual } = {
  priority: { bg: 'с предимство', en: 'priority' },
  'out-of-order': { bg: 'извън реда', en: 'out of order' },
  'sent-here': { bg: 'насочване към гишето', en: 'sent to the window' },
  other: { bg: 'друго', en: 'other' },
}

export function sourceWords(
  source: 'log' | 'forecast' | 'example',
  days: number,
  sameWeekday: number,
): Bilingual {
  switch (source) {
    case 'log':
      return { bg: 'както са дошли този ден', en: 'as they came that day' }
    case 'forecast':
      return {
        bg: `прогноза; дни в дневника: ${days}, от тях същият ден на седмицата: ${sameWeekday}`,
        en: `foreseen; days in the log: ${days}, of them the same weekday: ${sameWeekday}`,
      }
    case 'example':
      return {
        bg: 'примерни: в дневника още няма дни, от които да се съди',
        en: 'an example: the log has no days to judge by yet',
      }
  }
}

export function windowAt(window: number, time: string): Bilingual {
  return { bg: `Гише ${window}, ${time} ч.`, en: `Window ${window}, ${time}` }
}

export function windowsOpen(count: number, time: string): Bilingual {
  return { bg: `${time} ч.: отворени гишета ${count}`, en: `${time}: windows open ${count}` }
}
