// Usage: node render.mjs MESSAGES.ndjson REPORT.html
import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CucumberHtmlStream } from '@cucumber/html-formatter'

const [messages, report] = process.argv.slice(2)
const envelopes = fs.readFileSync(messages, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
await pipeline(Readable.from(envelopes), new CucumberHtmlStream(), fs.createWriteStream(report))
