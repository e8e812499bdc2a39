// What the run and the modules that it loads into the process of `base44 dev` call things by.

/** The port of the sink, in the environment. */
export const sinkVariable = 'BASE44_CONFORMANCE_SINK'
/** The folder that goes when the run is gone, in the environment. */
export const rootVariable = 'BASE44_CONFORMANCE_ROOT'
/** Set by the guard: the origin a request was meant for. */
export const meantHeader = 'x-conformance-meant'
/** Set by the guard: `dns base44.app`, what was tried below HTTP. */
export const escapeHeader = 'x-conformance-escape'
