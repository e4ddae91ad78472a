import { parentPort } from 'node:worker_threads'
import { openDrawing } from './drawing.ts'
import type { Drawn, ToDraw } from './draughtsman.ts'

/** The thread in which paper is drawn. */

const draw = openDrawing()
parentPort?.on('message', ({ id, document, width }: ToDraw) => {
  parentPort?.postMessage(drawn(id, () => draw(document, width)))
})

function drawn(id: number, work: () => ReturnType<typeof draw>): Drawn {
  try {
    return { id, bitmap: work(), problem: null }
  } catch (error) {
    return { id, bitmap: null, problem: error instanceof Error ? error.message : String(error) }
  }
}
