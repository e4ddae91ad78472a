import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'

/** A browser with nothing in it: no page but an empty one, no cookie, nothing kept. */
type Unused = {
  readonly context: BrowserContext
  /** Speaks for the empty page. */
  readonly session: CDPSession
}

export type BrowserShelf = ReturnType<typeof browserShelf>

/**
 * Browsers for the screens, as separate as people's own, which go from test to test: to begin one costs more than to
 * open a page in it. Its empty page keeps its process, and what that has learnt, while no screen is open.
 */
export function browserShelf(browser: Browser) {
  const unused = { touch: [] as Unused[], mouse: [] as Unused[] }

  async function begin(hasTouch: boolean): Promise<Unused> {
    const context = await browser.newContext({ hasTouch })
    return { context, session: await context.newCDPSession(await context.newPage()) }
  }

  return {
    /** @returns a page in a browser of its own, and how it is given back: the page ends, and all that it had kept. */
    async take(hasTouch: boolean): Promise<{ readonly page: Page; readonly giveBack: () => Promise<void> }> {
      const shelf = unused[hasTouch ? 'touch' : 'mouse']
      const taken = shelf.pop() ?? (await begin(hasTouch))
      const page = await taken.context.newPage()
      const origins = new Set<string>()
      page.on('framenavigated', (frame) => origins.add(new URL(frame.url()).origin))
      return {
        page,
        async giveBack() {
          await page.close()
          await taken.context.clearCookies()
          for (const origin of origins)
            await taken.session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
          shelf.push(taken)
        },
      }
    },
    /** Ends the browsers that are not in use. */
    async clear(): Promise<void> {
      for (const shelf of Object.values(unused))
        for (const { context } of shelf.splice(0)) await context.close()
    },
  }
}
