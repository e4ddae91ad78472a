import { say } from '#shared/client/format.ts'
import { AnnouncementsSection } from '../boards/announcements-section.tsx'
import { words as boardWords } from '../boards/words.ts'
import type { PageProps } from '../page-props.ts'
import { Section, SectionNavigation, useSection } from '../supervisor/section-navigation.tsx'
import '../supervisor/sheet.css'
import './administration.css'
import { LogSection } from './log-section.tsx'
import { LooksSection } from './looks-section.tsx'
import { words } from './words.ts'

/** What the auditor reads: the office's log, who has seen personal data, and what was called aloud. Nothing here changes anything. */
export function AuditPage(props: PageProps) {
  const { language } = props
  const current = useSection(['log', 'looks', 'announcements'])
  return (
    <div className="administration">
      <title>{say(words.audit, language)}</title>
      <h1 className="visually-hidden">{say(words.audit, language)}</h1>
      <SectionNavigation
        name={say(words.sections, language)}
        current={current}
        entries={[
          { id: 'log', name: say(words.log, language) },
          { id: 'looks', name: say(words.looks, language) },
          { id: 'announcements', name: say(boardWords.announcements, language) },
        ]}
      />
      <Section shown={current === 'log'}>
        <LogSection {...props} />
      </Section>
      <Section shown={current === 'looks'}>
        <LooksSection {...props} />
      </Section>
      <Section shown={current === 'announcements'}>
        <AnnouncementsSection {...props} />
      </Section>
    </div>
  )
}
