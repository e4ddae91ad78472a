import { useId, type ReactNode } from 'react'

/** A control with its label above and, where needed, a quiet line below. The control gets the ids of both. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode
}) {
  const id = useId()
  const hasHint = hint !== undefined && hint !== null
  return (
    <div className="sheet-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hasHint ? { 'aria-describedby': `${id}-hint` } : {}) })}
      {hasHint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({
  legend,
  options,
  value,
  onChoose,
}: {
  readonly legend: string
  readonly options: readonly { readonly value: V; readonly name: string }[]
  readonly value: V
  readonly onChoose: (value: V) => void
}) {
  const name = useId()
  return (
    <fieldset className="sheet-choice">
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="tick">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
