import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** What a runner of tests says of its run, in the form in which it writes it: only what is read of it here. */
type UnitReport = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}
type BrowserReport = {
  readonly stats: { readonly expected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
  readonly errors: readonly Failure[]
}
type Suite = {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly ok: boolean
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly Failure[] }[] }[]
  }[]
}
type Failure = { readonly message: string }

export type TestReport = {
  readonly passed: number
  /** Each failed test and the first lines of why, without colours. */
  readonly failures: readonly string[]
}

/** @param file what Vitest's JSON reporter wrote. */
export function unitReport(file: string): TestReport {
  const { numPassedTests, testResults } = read(file) as UnitReport
  const failures = testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const each = failed.map(({ fullName, failureMessages }) => firstLines(fullName, failureMessages))
    return each.length === 0 && message !== '' ? [firstLines(name, [message])] : each
  })
  return { passed: numPassedTests, failures }
}

/** @param file what Playwright's JSON reporter wrote. */
export function browserReport(file: string): TestReport {
  const { stats, suites, errors } = read(file) as BrowserReport
  const ofRun = errors.map(({ message }) => firstLines('the run', [message]))
  return { passed: stats.expected + stats.flaky, failures: [...ofRun, ...suites.flatMap(failuresOf)] }
}

function failuresOf({ suites = [], specs }: Suite): readonly string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors))
      return firstLines(
        title,
        errors.map(({ message }) => message),
      )
    })
  return [...own, ...suites.flatMap(failuresOf)]
}

function firstLines(test: string, messages: readonly string[]): string {
  const lines = stripVTControlCharacters(messages.join('\n')).split('\n')
  return [test, ...lines.filter((line) => line.trim() !== '').slice(0, 6)].join('\n    ')
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
