import type { FurtherLanguage } from '../languages.ts'
import { de } from './de.ts'
import { learn, type Dictionary } from './further.ts'

/** For the server, which has every language at hand: importing this is enough. */
const dictionaries: { readonly [L in FurtherLanguage]: Dictionary } = { de }

learn('de', dictionaries.de)
