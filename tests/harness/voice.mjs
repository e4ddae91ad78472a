#!/usr/bin/env node
// A voice for tests: says every sentence in a twentieth of a second of silence, and, to whoever looks, with what arguments.
import { appendFileSync } from 'node:fs'

let text = ''
for await (const part of process.stdin) text += part
if (process.env.VOICE_LOG)
  appendFileSync(process.env.VOICE_LOG, `${JSON.stringify([process.argv.slice(2), text])}\n`)
if (text.includes('кажи нищо')) process.exit(1)
const samples = 22_050 / 20
const wav = Buffer.alloc(44 + samples * 2)
wav.write('RIFF\xff\xff\xff\x7fWAVEfmt ', 0, 'latin1')
wav.writeUInt32LE(16, 16)
wav.writeUInt16LE(1, 20)
wav.writeUInt16LE(1, 22)
wav.writeUInt32LE(22_050, 24)
wav.writeUInt32LE(44_100, 28)
wav.writeUInt16LE(2, 32)
wav.writeUInt16LE(16, 34)
wav.write('data\xff\xff\xff\x7f', 36, 'latin1')
process.stdout.write(wav)
