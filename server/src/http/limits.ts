/** How much one client may ask of the server before it is sent away. An honest screen comes near none of these. */
export type Limits = {
  /** So long a request's headers may take to come. */
  readonly headersMs: number
  /** So long the whole of a request may take to come. */
  readonly requestMs: number
  /** So long a line may be open without saying what it is. */
  readonly greetingMs: number
  /** Lines of phones and boards behind one address: a carrier's customers share one, and so do a hall's guests. */
  readonly linesOfAnAddress: number
  /** Lines of phones and boards in all. Those of staff and of kiosks are not counted: they always get one. */
  readonly lines: number
  readonly viewsOfALine: number
  /** Messages from one line in ten seconds. A screen that comes back asks for all its views at once. */
  readonly messagesOfALine: number
}

export const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 20_000,
  greetingMs: 10_000,
  linesOfAnAddress: 2_000,
  lines: 12_000,
  viewsOfALine: 40,
  messagesOfALine: 300,
}

/** The largest body of a request, in bytes. Nothing is uploaded here. */
export const BODY_BYTES = 64 * 1024
/** The largest message on a line, in bytes. */
export const MESSAGE_BYTES = 4_096
