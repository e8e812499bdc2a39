/** What may stand in a place: data that goes in, what must be seen, or (in rows) either. */
export type Mode = 'value' | 'pattern' | 'data'
