import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { currentSchemas } from './current-schemas.ts'

// Writes the schemas for editors: `node harness/load/write-schemas.ts`, after a change to the language or its names.
const root = fileURLToPath(new URL('../..', import.meta.url))
for (const [file, text] of Object.entries(await currentSchemas(root))) await writeFile(`${root}/${file}`, text)
