import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 90_000,
  // A page that a busy machine shows late is late, not wrong; what must be soon says so itself.
  expect: { timeout: 15_000 },
  // Test by test, so that no worker is left alone with a long file. A third would only make the two cores' others late.
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['json'] as const] : [])],
  outputDir: 'test-results',
  use: {
    launchOptions: {
      executablePath: await findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--in-process-gpu', // one process less draws
        '--renderer-process-limit=1', // one to each browser: a new page finds it warm
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    // The kiosk's worker keeps the whole page once more: only tests that take its server away, or write to a phone, let it.
    serviceWorkers: 'block',
    locale: 'bg-BG',
    timezoneId: 'America/New_York', // nobody's office: a screen that shows the machine's time is caught
    screenshot: 'only-on-failure',
  },
})
