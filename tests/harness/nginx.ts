import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setDefaultCACertificates, getCACertificates } from 'node:tls'
import { temporaryFolder } from './hall.ts'
import { freePort } from './process.ts'
import { ROOT } from './settings.ts'

/** nginx in front of a hall, with the files that an administrator is given (`docs/nginx/`). */
export type Nginx = {
  /** Where the hall's own screens come in. */
  readonly base: string
  /** Where citizens' phones come in. */
  readonly phones: string
  readonly close: () => Promise<void>
}

/**
 * Starts it with what an administrator sets, set to this machine, and with a certificate of its own, which this process
 * trusts from now on.
 * @param ports where the nodes listen.
 * @throws saying how to get an nginx, where there is none.
 */
export async function startNginx(ports: readonly number[]): Promise<Nginx> {
  const folder = temporaryFolder()
  const [hall, phones, plain] = [await freePort(), await freePort(), await freePort()]
  const certificate = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  // oxfmt-ignore
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=gishe', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')])

  const set = (name: string, port: number) =>
    readFileSync(join(ROOT, 'docs/nginx', name), 'utf8')
      .replace(/^ *server 127\.0\.0\.1:8080(.*)$/m, (_line, manner: string) =>
        ports.map((each) => `server 127.0.0.1:${each}${manner}`).join('\n'),
      )
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace(/(ssl_certificate +)\S+;/, `$1${certificate};`)
      .replace(/(ssl_certificate_key +)\S+;/, `$1${key};`)
      .replaceAll('/var/log/nginx', folder)
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log stderr; worker_processes 2; events {}
    http {
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder}/${what};`).join(' ')}
      ${set('edno-gishe-hall.conf', hall)}
      ${set('edno-gishe.conf', phones)}
    }`,
  )
  const child = spawn('nginx', ['-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  await Promise.race([once(child, 'spawn'), once(child, 'error')]).catch(() => null)
  if (child.pid === undefined)
    throw new Error('This needs nginx, and there is none on the PATH: apt-get install nginx-light')
  const base = `https://127.0.0.1:${hall}`
  while (!(await answers(base))) {
    if (child.exitCode !== null) throw new Error(`nginx ended:\n${said}`)
    await pause(20)
  }

  return {
    base,
    phones: `https://127.0.0.1:${phones}`,
    async close() {
      const isGone = once(child, 'exit')
      child.kill('SIGTERM')
      await isGone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(base: string): Promise<boolean> {
  return fetch(`${base}/health/live`).then(
    ({ ok }) => ok,
    () => false, // not yet
  )
}
