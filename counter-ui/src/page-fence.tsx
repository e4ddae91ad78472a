import { Component, type ReactNode } from 'react'
import type { Language } from './language.ts'
import { words } from './words.ts'

type Props = { readonly language: Language; readonly children: ReactNode }

/** A page that breaks takes only itself down: the header stays, and the way out is said in words. */
export class PageFence extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    const { language } = this.props
    return (
      <main id="content" className="alone" role="alert">
        <p className="alone-words">{words.pageBroken[language]}</p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          {words.tryAgain[language]}
        </button>
      </main>
    )
  }
}
