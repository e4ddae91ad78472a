import './notice-face.css'
import './stage.css'
import { words } from './words.ts'

/** Before anything is known, not even the language: both. */
export function Connecting() {
  return (
    <main className="first-face">
      <h1>{words.connecting.bg}</h1>
      <p>{words.connectingLong.bg}</p>
      <div lang="en">
        <h2>{words.connecting.en}</h2>
        <p>{words.connectingLong.en}</p>
      </div>
    </main>
  )
}
