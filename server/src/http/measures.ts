import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Instant } from '#shared/instant.ts'

/** What an operator sees at `/metrics`. Numbers of the program, none of persons. */
export type Measures = ReturnType<typeof createMeasures>

export function createMeasures() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'edno_gishe_' })
  const commands = new Histogram({
    name: 'edno_gishe_command_seconds',
    help: 'From a command’s acceptance to its answer, commit included.',
    labelNames: ['command', 'result'],
    buckets: [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.5, 2],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'edno_gishe_commit_failures_total',
    help: 'Commits that the database refused. Nothing of them happened.',
    registers: [registry],
  })
  const sockets = new Gauge({
    name: 'edno_gishe_sockets',
    help: 'Screens and phones on the line.',
    registers: [registry],
  })
  const waiting = new Gauge({
    name: 'edno_gishe_waiting',
    help: 'People waiting.',
    labelNames: ['office'],
    registers: [registry],
  })
  const copied = new Gauge({
    name: 'edno_gishe_backup_last_success_timestamp_seconds',
    help: 'When the last nightly copy was made and proved, since the epoch; 0: none since the start.',
    registers: [registry],
  })
  const uncopied = new Counter({
    name: 'edno_gishe_backup_failures_total',
    help: 'Nights without a copy that proved.',
    registers: [registry],
  })
  const database = new Gauge({
    name: 'edno_gishe_database_up',
    help: '1: the database is reached; 0: it is not, and nobody is served here.',
    registers: [registry],
  })
  const lost = new Counter({
    name: 'edno_gishe_database_losses_total',
    help: 'How often the line to the database was lost.',
    registers: [registry],
  })
  const behind = new Counter({
    name: 'edno_gishe_behind_total',
    help: 'Commits for which another node had been first: what it did was read, and all decided again.',
    registers: [registry],
  })
  return {
    registry,
    databaseIs(isUp: boolean) {
      database.set(isUp ? 1 : 0)
    },
    databaseLost() {
      lost.inc()
    },
    wasBehind() {
      behind.inc()
    },
    backupMade(at: Instant) {
      copied.set(at / 1000)
    },
    backupFailed() {
      uncopied.inc()
    },
    commandTook(command: string, result: string, milliseconds: number) {
      commands.observe({ command, result }, milliseconds / 1000)
    },
    commitFailed() {
      failures.inc()
    },
    socketsAre(count: number) {
      sockets.set(count)
    },
    waitingAre(office: string, count: number) {
      waiting.set({ office }, count)
    },
  }
}
