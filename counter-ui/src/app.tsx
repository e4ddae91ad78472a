import { lazy, Suspense, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Link, Redirect, Route, Router, Switch } from 'wouter'
import type { SessionFace } from '#shared/accounts.ts'
import type { Line } from '#shared/client/live.ts'
import { Header } from './header.tsx'
import { Invitation } from './invitation.tsx'
import { useLanguage, type Language } from './language.ts'
import { LeaveNotice } from './leave-notice.tsx'
import { OwnPassword } from './own-password.tsx'
import type { PageProps } from './page-props.ts'
import { PageFence } from './page-fence.tsx'
import { pagesFor, PATHS, type Page } from './roles.ts'
import type { Listing, Sessions } from './sessions.ts'
import { SignIn } from './sign-in.tsx'
import { useOwnWindow } from './window/own-window.ts'
import { WindowPage } from './window/window-page.tsx'
import { words } from './words.ts'

const SupervisorPage = lazy(async () => ({
  default: (await import('./supervisor/supervisor-page.tsx')).SupervisorPage,
}))
const AdministrationPage = lazy(async () => ({
  default: (await import('./administration/administration-page.tsx')).AdministrationPage,
}))
const AuditPage = lazy(async () => ({ default: (await import('./administration/audit-page.tsx')).AuditPage }))
const ReceptionPage = lazy(async () => ({
  default: (await import('./reception/reception-page.tsx')).ReceptionPage,
}))

// The address may name another office than the first; it is read once, before any navigation.
const ASKED_OFFICE = new URLSearchParams(location.search).get('office')

/** The staff's app: who is signed in decides what it shows. */
export function App({ sessions, line }: { readonly sessions: Sessions; readonly line: Line }) {
  const language = useLanguage()
  return (
    <Router base="/window">
      <Switch>
        <Route path="/invitation">
          <Invitation sessions={sessions} line={line} language={language} />
        </Route>
        <Route>
          <Signed sessions={sessions} line={line} language={language} />
        </Route>
      </Switch>
    </Router>
  )
}

function Signed({
  sessions,
  line,
  language,
}: {
  readonly sessions: Sessions
  readonly line: Line
  readonly language: Language
}) {
  const state = useSyncExternalStore(sessions.subscribe, sessions.get)
  switch (state.kind) {
    case 'starting':
      return (
        <main className="alone" aria-busy={!state.unreachable}>
          <p role="status" className="alone-words">
            {state.unreachable ? words.startUnreachable[language] : words.connecting[language]}
          </p>
        </main>
      )
    case 'signed-out':
      return (
        <SignIn
          sessions={sessions}
          line={line}
          listing={state.listing}
          ended={state.ended}
          language={language}
        />
      )
    case 'signed-in':
      return (
        <SignedIn
          key={state.session.user}
          sessions={sessions}
          line={line}
          listing={state.listing}
          session={state.session}
          language={language}
        />
      )
  }
}

type SignedInProps = {
  readonly sessions: Sessions
  readonly line: Line
  readonly listing: Listing
  readonly session: SessionFace
  readonly language: Language
}

function SignedIn(props: SignedInProps) {
  const office = officeFor(props.listing, props.session)
  return office === undefined ? null : <InOffice {...props} office={office} /> // a server without an office does not start
}

type InOfficeProps = SignedInProps & { readonly office: Listing['offices'][number] }

function InOffice({ sessions, line, listing, session, language, office }: InOfficeProps) {
  const work = useOwnWindow(line, office.id, session)
  const [isRenewing, setRenewing] = useState(false)
  const [leaving, setLeaving] = useState<{ readonly own: number | null } | null>(null)

  const props: PageProps = {
    api: sessions.api,
    line,
    office: office.id,
    zone: office.zone,
    language,
    session,
  }
  return (
    <div className="shell">
      <Header
        office={office}
        training={listing.training}
        session={session}
        language={language}
        isRenewing={isRenewing}
        onRenew={() => setRenewing(!isRenewing)}
        onLeave={() => setLeaving({ own: work.status === 'known' ? work.own : null })}
      />
      {isRenewing ? (
        <div className="own-password-place">
          <OwnPassword api={sessions.api} language={language} onClose={() => setRenewing(false)} />
        </div>
      ) : null}
      {leaving === null ? null : (
        <LeaveNotice
          {...props}
          own={leaving.own}
          signOut={sessions.signOut}
          onStay={() => setLeaving(null)}
        />
      )}
      <PageFence language={language}>
        <Suspense fallback={<p className="alone-words">{words.loading[language]}</p>}>
          <Switch>
            <Route path={PATHS.window}>
              <OwnFirst role={session.role} page="window" language={language}>
                <WindowPage {...props} work={work} onSessionDoubt={sessions.check} />
              </OwnFirst>
            </Route>
            <Route path={PATHS.supervisor}>
              <OwnFirst role={session.role} page="supervisor" language={language}>
                <main id="content" className="page">
                  <SupervisorPage {...props} />
                </main>
              </OwnFirst>
            </Route>
            <Route path={PATHS.administration}>
              <OwnFirst role={session.role} page="administration" language={language}>
                <main id="content" className="page">
                  <AdministrationPage {...props} offices={listing.offices} />
                </main>
              </OwnFirst>
            </Route>
            <Route path={PATHS.audit}>
              <OwnFirst role={session.role} page="audit" language={language}>
                <main id="content" className="page">
                  <AuditPage {...props} />
                </main>
              </OwnFirst>
            </Route>
            <Route path={PATHS.reception}>
              <OwnFirst role={session.role} page="reception" language={language}>
                <main id="content" className="page">
                  <ReceptionPage {...props} />
                </main>
              </OwnFirst>
            </Route>
            <Route>
              <Elsewhere text={words.noSuchPage[language]} language={language} />
            </Route>
          </Switch>
        </Suspense>
      </PageFence>
    </div>
  )
}

/** @returns the office that the address asks for, else the first where this person works. */
function officeFor({ offices }: Listing, session: SessionFace) {
  const theirs = offices.filter((office) => session.offices.includes(office.id))
  return theirs.find((office) => office.id === ASKED_OFFICE) ?? theirs[0] ?? offices[0]
}

type OwnFirstProps = {
  readonly role: SessionFace['role']
  readonly page: Page
  readonly language: Language
  readonly children: ReactNode
}

/** A page for those whose work it is; the others are shown to their own. */
function OwnFirst({ role, page, language, children }: OwnFirstProps) {
  const pages = pagesFor(role)
  if (pages.includes(page)) return children
  const [own] = pages
  if (page === 'window') return <Redirect to={PATHS[own]} replace />
  return <Elsewhere text={words.notForRole[language]} language={language} own={own} />
}

function Elsewhere({
  text,
  language,
  own = 'window',
}: {
  readonly text: string
  readonly language: Language
  readonly own?: Page
}) {
  return (
    <main id="content" className="alone">
      <p className="alone-words">{text}</p>
      <Link href={PATHS[own]}>{words.toOwnPage[language]}</Link>
    </main>
  )
}
