// How much memory a program takes to itself: as package.json says, which is right for a few halls, or with MEMORY=large what a
// hundred want. Young objects die before anybody has to look for them, which shows in the slowest of a hundred answers.
const LARGE = ['--max-semi-space-size=32', '--max-old-space-size=1024']

/** @returns options of Node that go behind those of package.json: the last word counts. */
export function memoryOptions({ MEMORY } = process.env) {
  return MEMORY === 'large' ? LARGE : []
}
