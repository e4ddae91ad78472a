import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#shared/rejections.ts'
import type { Config } from '../config.ts'
import { sendRefusal } from './answers.ts'
import { policyOf } from './policy.ts'

/**
 * What is answered where nothing is: a refusal for programs; for a person's browser a page that says where to go. By the
 * public name, where phones come, it leads to no page of the hall's own: those are not found there either.
 */
export function nowhere({ publicUrl, hallUrl }: Pick<Config, 'publicUrl' | 'hallUrl'>) {
  const publicHost = publicUrl === null || hallUrl === null ? null : new URL(publicUrl).host
  const hall = answerOf(pageWith(WAYS_IN_THE_HALL))
  const street = answerOf(pageWith(''))
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (!isPersons(request)) return sendRefusal(reply, refuse('not-found', {}))
    const { page, policy } = request.host === publicHost ? street : hall
    return reply
      .status(404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
      .send(page)
  }
}

function answerOf(page: string) {
  return { page, policy: policyOf(page) }
}

/** Whether a browser asks for a page that somebody wants to read. */
function isPersons({ method, url, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    !/^\/(api|socket\.io|health|metrics)(\/|\?|$)/.test(url) &&
    (headers.accept ?? '').includes('text/html')
  )
}

const WAYS_IN_THE_HALL = `<ul>
<li><a href="/kiosk">Киоск · <span lang="en">Kiosk</span></a></li>
<li><a href="/window">Гише · <span lang="en">Window</span></a></li>
<li><a href="/display">Табло · <span lang="en">Board</span></a></li>
</ul>`

function pageWith(ways: string): string {
  return `<!doctype html>
<html lang="bg">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Няма такава страница · No such page</title>
<style>${LOOK}</style>
</head>
<body>
<main>
<h1>Няма такава страница</h1>
<p>Проверете дали адресът е написан вярно. Ако търсите своя билет или записан час, сканирайте отново кода върху хартията, която сте получили, или попитайте на информацията в центъра.</p>
<section lang="en">
<h2>There is no such page</h2>
<p>Check whether the address is right. If you are looking for your ticket or your appointment, scan the code on the paper you were given again, or ask at the centre’s information window.</p>
</section>
${ways}
</main>
</body>
</html>
`
}

const LOOK = `body{margin:0;background:#fbfaf7;color:#10222b;font:1.125rem/1.5 'Sofia Sans',system-ui,sans-serif}main{max-width:36rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}ul{list-style:none;margin:2rem 0 0;padding:0}li a{display:block;padding:.75rem 0;border-top:1px solid #d9d6ce;color:#0b5d57}a:focus-visible{outline:3px solid #1b4f9c;outline-offset:2px}`
