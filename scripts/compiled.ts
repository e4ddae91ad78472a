import { build } from 'vite'

/**
 * @param known names that the module finds, with the code that stands for them.
 * @returns the module and all that it needs, as one script.
 */
export async function compiled(entry: string, known: Readonly<Record<string, string>> = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { ...known },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'first', fileName: 'first' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error(`${entry} was not built`)
  return output.output[0].code
}
