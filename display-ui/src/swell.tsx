import './swell.css'

/** The ground behind what is new, as the first in its box: it swells a few times, and is still. */
export function Swell() {
  return <div className="swell" />
}
