type Operation = {
  readonly method: string
  readonly path: RegExp
  readonly statuses: ReadonlySet<string>
}

/** The API's document: one for all the halls of this process. */
let operations: readonly Operation[] | null = null

/** Collects what a hall answers, to be held against what its document says that it may. */
export function collectAnswers(base: string) {
  const given = new Set<string>()

  return {
    hear(method: string, path: string, status: number) {
      given.add(`${method} ${path.split('?')[0]} ${status}`)
    },
    /** @throws when an answer was given that the document leaves out. */
    async compare() {
      operations ??= await documentOf(base)
      const undeclared = [...given].filter((answer) => !isDeclared(answer))
      if (undeclared.length > 0) throw new Error(`/api/openapi.json leaves out: ${undeclared.join(', ')}`)
    },
  }
}

function isDeclared(answer: string): boolean {
  const [method = '', path = '', status = ''] = answer.split(' ')
  const known = operations?.find((each) => each.method === method.toLowerCase() && each.path.test(path))
  return known === undefined || known.statuses.has(status) // of a page the document says nothing
}

async function documentOf(base: string): Promise<readonly Operation[] | null> {
  const response = await fetch(`${base}/api/openapi.json`)
  if (!response.ok) return null
  const { paths } = (await response.json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>
  }
  return (
    Object.entries(paths)
      // A name that is written out comes before one that is asked for.
      .sort(([one], [other]) => one.split('{').length - other.split('{').length)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => ({
          method,
          path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
          statuses: new Set(Object.keys(responses)),
        })),
      )
  )
}
