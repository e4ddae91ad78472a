import { expect, type Page } from './screens.ts'

/**
 * No page scrolls sideways, and no words are cut off by a box they stand in, or stand out of it. What is longer than its
 * place may scroll, up and down: on a screen for fingers, which shows no bar, only where there are buttons for it.
 */
export async function expectAllReadable(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(wordsCutOff)).toEqual([])
}

/** Runs in the page. @returns the words that cannot be read whole. */
function wordsCutOff(): readonly string[] {
  const sideways = document.documentElement.scrollWidth > innerWidth
  return [
    ...(sideways ? ['the page scrolls sideways'] : []),
    ...unsigned().map((box) => `.${box.className} scrolls, and nothing says so`),
    ...texts().flatMap(cutOff),
  ]

  function unsigned(): readonly HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('.stage *')].filter(
      (box) =>
        /auto|scroll/.test(getComputedStyle(box).overflowY) &&
        box.scrollHeight > box.clientHeight + 2 &&
        !box.matches('.scroller--long > *'),
    )
  }

  function texts(): readonly HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        // Folded up, a line may end in three dots: unfolded it is whole.
        element.closest('details:not([open]) summary, .visually-hidden') === null &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        ),
    )
  }

  function cutOff(text: HTMLElement): readonly string[] {
    // Tight lines let the font's own box stand out a little above and below the letters.
    const tight = 0.35 * Number.parseFloat(getComputedStyle(text).fontSize)
    const own = text.getBoundingClientRect()
    const block = blockOf(text).getBoundingClientRect()
    const standsOut = own.left < block.left - 1 || own.right > block.right + 1
    if (standsOut || own.left < -1 || own.right > innerWidth + 1) return [text.innerText]
    for (let box: HTMLElement | null = text; box !== null; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const scrolls = /auto|scroll/.test(overflowY)
      const isSelf = box === text
      const outer = box.getBoundingClientRect()
      const wide = isSelf
        ? box.scrollWidth - box.clientWidth
        : Math.max(own.right - outer.right, outer.left - own.left)
      const high = isSelf ? box.scrollHeight - box.clientHeight : own.bottom - outer.bottom
      if (wide > 1 || (high > tight && !scrolls)) return [text.innerText]
      if (scrolls) return []
    }
    return []
  }
  function blockOf(text: HTMLElement): HTMLElement {
    const parent = text.parentElement
    if (parent === null || !getComputedStyle(text).display.startsWith('inline')) return text
    return blockOf(parent)
  }
}
