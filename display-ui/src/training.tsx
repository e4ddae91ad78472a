import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'

/** The ribbon of a training hall in both languages, side by side. */
export function Training({ training }: { readonly training: boolean }) {
  if (!training) return null
  return (
    <header className="ribbons">
      <TrainingRibbon training language="bg" />
      <div lang="en">
        <TrainingRibbon training language="en" />
      </div>
    </header>
  )
}
