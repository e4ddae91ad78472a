import { say } from '#shared/client/format.ts'
import type { PageProps } from '../page-props.ts'
import type { Listing } from '../sessions.ts'
import { PrintingSection } from '../printing/printing-section.tsx'
import { words as printingWords } from '../printing/words.ts'
import { Section, SectionNavigation, useSection } from '../supervisor/section-navigation.tsx'
import '../supervisor/sheet.css'
import './administration.css'
import { DeviceSection } from './device-section.tsx'
import { LogSection } from './log-section.tsx'
import { LooksSection } from './looks-section.tsx'
import { SettingsSection } from './settings-section.tsx'
import { StaffSection } from './staff-section.tsx'
import { words } from './words.ts'

/** Accounts, devices, what the office is configured to be, its log, and who has seen personal data. */
export function AdministrationPage({
  offices,
  ...props
}: PageProps & { readonly offices: Listing['offices'] }) {
  const { language } = props
  const current = useSection(['staff', 'devices', 'printing', 'settings', 'log', 'looks'])
  return (
    <div className="administration">
      <h1 className="visually-hidden">{say(words.title, language)}</h1>
      <SectionNavigation
        name={say(words.sections, language)}
        current={current}
        entries={[
          { id: 'staff', name: say(words.staff, language) },
          { id: 'devices', name: say(words.devices, language) },
          { id: 'printing', name: say(printingWords.printing, language) },
          { id: 'settings', name: say(words.settings, language) },
          { id: 'log', name: say(words.log, language) },
          { id: 'looks', name: say(words.looks, language) },
        ]}
      />
      <Section shown={current === 'staff'}>
        <StaffSection {...props} />
      </Section>
      <Section shown={current === 'devices'}>
        <DeviceSection {...props} offices={offices} />
      </Section>
      {current === 'printing' ? <PrintingSection {...props} mayCopy={false} /> : null}
      {current === 'settings' ? <SettingsSection {...props} /> : null}
      {current === 'log' ? <LogSection {...props} /> : null}
      {current === 'looks' ? <LooksSection {...props} /> : null}
    </div>
  )
}
