import type { Encoded } from '../model/value.ts'
import type { Generator } from '../model/generator.ts'
import { contentClasses } from './parts/content-classes.ts'
import { anyFile } from './parts/files.ts'

/**
 * A file as a caller may hold one. Breaks what reads content as text, puts names into a header without escaping
 * them, takes directories off them or changes their Unicode, guesses types, or drops empty files. A type of none
 * arrives as application/octet-stream (HTML Standard, "multipart/form-data encoding algorithm").
 */
export const file: Generator = {
  name: 'file',
  title: 'A file of any name, type and content',
  classes: {
    ...contentClasses((value) => fileOf(value).bytes),
    'large (100 KB or more)': (value) => fileOf(value).bytes.length >= 100 * 1024,
    'an ASCII name': named(/^[\w.-]+$/),
    'a Unicode name': named(/[^\0-\x7f]/),
    'a name that normalising changes': (value) => fileOf(value).name.normalize('NFC') !== fileOf(value).name,
    'a space in the name': named(/ /),
    'quotes in the name': named(/"/),
    'a backslash in the name': named(/\\/),
    'a percent sign in the name': named(/%/),
    'a semicolon in the name': named(/;/),
    'a name like a path': named(/\//),
    'a name without extension': named(/^[^.]+$/),
    'a name that begins with a dot': named(/^\.[^.]/),
    'a very long name (200 characters or more)': (value) => fileOf(value).name.length >= 200,
    'no type': (value) => fileOf(value).type === '',
    'a plain type': (value) => /^[a-z]+\/[a-z]+$/.test(fileOf(value).type),
    'a type with parameters': (value) => fileOf(value).type.includes(';'),
    "a vendor's type": (value) => fileOf(value).type.includes('/vnd.'),
  },
  arbitrary: anyFile,
}

interface DrawnFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

function fileOf(value: Encoded): DrawnFile {
  return (value as unknown as { $file: DrawnFile }).$file
}

function named(pattern: RegExp): (value: Encoded) => boolean {
  return (value) => pattern.test(fileOf(value).name)
}
