/**
 * The rule of who goes first (rules.md, 4), on nothing but figures: the live dispatch and the simulator both call it, so
 * that what is foretold is what happens. Times are milliseconds from any origin, the same for all.
 */

/** What of a ticket decides its turn. */
export type Standing = {
  /** Seniority: from when its waiting counts. */
  readonly since: number
  /** Which ticket of the day it is: decides ties. */
  readonly order: number
  /** How many with priority went ahead of it. */
  readonly overtaken: number
}

export type OrderingRules = {
  readonly priorityWeight: number
  readonly maxOvertaken: number
  readonly standardMs: number
}

/**
 * Whose turn it is, of the most senior ordinary ticket and the most senior one with priority.
 * @param isHeldBack whether an ordinary ticket senior to the priority one may not be passed by it; asked only where it matters.
 */
export function firstOf<T extends Standing>(
  ordinary: T | undefined,
  priority: T | undefined,
  isHeldBack: (priority: T) => boolean,
  now: number,
  rules: OrderingRules,
): T | undefined {
  if (priority === undefined) return ordinary
  if (ordinary === undefined) return priority
  return hasGrownPast(priority, ordinary, now, rules) && !isHeldBack(priority) ? priority : ordinary
}

/** @returns whether priority may not go ahead of this ordinary ticket: too long in line, or overtaken often enough. */
export function mayNotBePassed(ticket: Standing, now: number, rules: OrderingRules): boolean {
  return isPastStandard(ticket, now, rules) || ticket.overtaken >= rules.maxOvertaken
}

export function isPastStandard({ since }: Standing, now: number, { standardMs }: OrderingRules): boolean {
  return now - since > standardMs
}

/** @returns whether `a` stands before `b` by seniority. */
export function isSenior(a: Standing, b: Standing): boolean {
  return a.since < b.since || (a.since === b.since && a.order < b.order)
}

/** Waited × weight of the one against waited of the other; a tie goes to the one issued first. */
function hasGrownPast(
  priority: Standing,
  ordinary: Standing,
  now: number,
  { priorityWeight }: OrderingRules,
) {
  const weighted = (now - priority.since) * priorityWeight
  const waited = now - ordinary.since
  return weighted > waited || (weighted === waited && priority.order < ordinary.order)
}
