import fc from 'fast-check'

/**
 * fast-check, with the seed that this run was given: `npm test` looks at the same random days each time, so that what fails
 * was broken by the change under test; `npm run hunt` looks at new ones.
 */
const { process } = globalThis as { readonly process?: { readonly env: Readonly<Record<string, string>> } } // as Node has it
fc.configureGlobal({ seed: Number(process?.env['SEED'] ?? 1964) })

export default fc
