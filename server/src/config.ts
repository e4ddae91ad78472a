import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { LocalTime } from '#shared/ids.ts'
import { COPIES_KEPT } from './backup/copy.ts'
import { OfficeSettings } from './domain/settings.ts'
import { USUAL_SERVICES, type PushServices } from './push/services.ts'

/** The hall's settings, from the environment. A wrong value stops the start, and is named. */

export type Config = {
  readonly port: number
  readonly host: string
  /** The data folder. */
  readonly data: string
  /** A PostgreSQL that several programs may use; null: the embedded database in the data folder. */
  readonly databaseUrl: string | null
  readonly offices: readonly OfficeSettings[]
  /** Where citizens' phones reach the server; null: where the kiosk does. */
  readonly publicUrl: string | null
  /** Where the hall's own screens reach it; null: where phones do, or the machine itself. */
  readonly hallUrl: string | null
  /** Whether a proxy in front says who the client is. */
  readonly trustProxy: boolean
  /** The copies of the hall: where they lie, when at night they are made, how many stay; null: none are made. */
  readonly backups: { readonly into: string; readonly time: LocalTime; readonly keep: number } | null
  /** Whether the waits are foreseen and told. */
  readonly foretellsWaits: boolean
  /** Push services to which notices may go. */
  readonly pushServices: PushServices
  /** Addresses that may read the figures at `/metrics`: this machine's own, and those that were named. */
  readonly metricsFrom: BlockList
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** The program that speaks for the kiosks; null: none. */
  readonly speech: string | null
  /** The repository: migrations, built apps. */
  readonly root: string
}

export class ConfigRefused extends Error {}

const WebAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''))

const A_PORT = 'a port is a whole number from 0 to 65535'
export const Port = z.coerce.number(A_PORT).int(A_PORT).min(0, A_PORT).max(65_535, A_PORT)

const SOME_COPIES = 'a whole number, 1 or more'

const Environment = z.object({
  PORT: Port.default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'postgres://user:password@host:port/database' })
    .optional(),
  OFFICES: z.string().min(1).default('server/config'),
  PUBLIC_URL: WebAddress.optional(),
  HALL_URL: WebAddress.optional(),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  BACKUPS: z.string().min(1).optional(),
  BACKUP_TIME: LocalTime.default('02:30' as LocalTime), // the form is LocalTime's
  BACKUPS_KEPT: z.coerce.number(SOME_COPIES).int(SOME_COPIES).min(1, SOME_COPIES).default(COPIES_KEPT),
  WAITS: z.enum(['told', 'not-told']).default('told'),
  PUSH_SERVICES: z
    .string()
    .regex(/^[\w.:/,-]*$/, 'hosts, with commas between')
    .transform((hosts) => hosts.split(',').filter((host) => host !== ''))
    .default([...USUAL_SERVICES]),
  METRICS_FROM: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((each) => each !== ''))
    .refine(
      (named) => named.every(isNetwork),
      'addresses or networks such as 10.0.0.0/8, with commas between',
    ),
  SPEECH: z.string().min(1).default('espeak-ng'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/**
 * @param environment as the process has it.
 * @throws ConfigRefused naming each wrong value and the file or variable it stands in.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigRefused(`The environment is not right:\n${lines.join('\n')}`)
  }
  const {
    PORT,
    HOST,
    DATA,
    DATABASE_URL,
    OFFICES,
    PUBLIC_URL,
    HALL_URL,
    TRUST_PROXY,
    PUSH_SERVICES,
    METRICS_FROM,
    BACKUPS,
    BACKUP_TIME,
    BACKUPS_KEPT,
    WAITS,
    SPEECH,
    LOG_LEVEL,
  } = parsed.data
  const root = rootFolder()
  return {
    port: PORT,
    host: HOST,
    data: resolve(root, DATA),
    databaseUrl: DATABASE_URL ?? null,
    offices: readOffices(resolve(root, OFFICES)),
    publicUrl: PUBLIC_URL ?? null,
    hallUrl: HALL_URL ?? null,
    trustProxy: TRUST_PROXY === 'yes',
    backups:
      BACKUPS === 'none'
        ? null
        : {
            into: BACKUPS === undefined ? join(resolve(root, DATA), 'backups') : resolve(root, BACKUPS),
            time: BACKUP_TIME,
            keep: BACKUPS_KEPT,
          },
    foretellsWaits: WAITS === 'told',
    pushServices: PUSH_SERVICES,
    speech: SPEECH === 'none' ? null : SPEECH,
    metricsFrom: networksOf(['127.0.0.0/8', '::1', ...METRICS_FROM]),
    logLevel: LOG_LEVEL,
    root,
  }
}

/** Whether it is an address, or one with the length of its network's part. */
function isNetwork(text: string): boolean {
  const [address = '', length = '0', ...rest] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= longest
}

function networksOf(named: readonly string[]): BlockList {
  const networks = new BlockList()
  for (const each of named) {
    const [address = '', length] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (length === undefined) networks.addAddress(address, family)
    else networks.addSubnet(address, Number(length), family)
  }
  return networks
}

/** @returns the offices of a folder, one a file, in order of the files' names. @throws ConfigRefused naming file and field. */
export function readOffices(folder: string): readonly OfficeSettings[] {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
  if (files.length === 0)
    throw new ConfigRefused(`There is no office in ${folder}: put one *.json file there for each.`)
  const offices = files.map((name) => readOffice(join(folder, name)))
  const ids = offices.map((office) => office.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new ConfigRefused(`Two files in ${folder} describe the office "${twice}".`)
  return offices
}

function readOffice(file: string): OfficeSettings {
  const parsed = OfficeSettings.safeParse(parseJson(file))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigRefused(`${file} is not right:\n${lines.join('\n')}`)
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigRefused(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The folder that holds package.json, above this file as source or as bundle. */
export function rootFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
