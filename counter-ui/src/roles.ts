import type { Role } from '#shared/accounts.ts'

export type Page = 'window' | 'supervisor' | 'administration' | 'reception' | 'audit'

const PAGES: { readonly [R in Role]: readonly [Page, ...Page[]] } = {
  clerk: ['window'],
  secretary: ['reception'],
  supervisor: ['supervisor', 'window', 'reception'],
  admin: ['administration', 'supervisor', 'reception'],
  official: ['reception'],
  auditor: ['audit'],
}

export const PATHS: { readonly [P in Page]: string } = {
  window: '/',
  supervisor: '/supervisor',
  administration: '/administration',
  reception: '/reception',
  audit: '/audit',
}

/** @returns the pages this role works with, the first of them its own. */
export function pagesFor(role: Role): readonly [Page, ...Page[]] {
  return PAGES[role]
}
