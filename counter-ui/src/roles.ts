import type { Role } from '#shared/accounts.ts'

export type Page = 'window' | 'supervisor' | 'administration'

const PAGES: { readonly [R in Role]: readonly Page[] } = {
  clerk: ['window'],
  secretary: ['window'],
  supervisor: ['window', 'supervisor'],
  admin: ['administration', 'supervisor'],
  official: [],
  auditor: [],
}

export const PATHS: { readonly [P in Page]: string } = {
  window: '/',
  supervisor: '/supervisor',
  administration: '/administration',
}

/** @returns the pages this role works with, the first of them its own. */
export function pagesFor(role: Role): readonly Page[] {
  return PAGES[role]
}
