// A small Base44 SDK with five bugs, each of a kind that gets past a quick look. `base44-conformance demo` finds
// them; read on to see whether you would have.

export function createClient({ appId, serverUrl, token, serviceToken }) {
  return {
    functions: functionsOf({ appId, serverUrl, token }),
    asServiceRole: { functions: functionsOf({ appId, serverUrl, token: serviceToken }) },
  }
}

function functionsOf({ appId, serverUrl, token }) {
  const authorization = token ? { authorization: `Bearer ${token}` } : {}

  return {
    async invoke(name, parameters = {}) {
      const given = Object.entries(parameters).filter(([, value]) => value) // Bug 1: 0, false and '' are lost too.
      const response = await fetch(`${serverUrl}/api/apps/${appId}/functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify(Object.fromEntries(given)), // Bug 2: a File becomes {}; it has to be a form then.
      })
      const text = await response.text()
      // Bug 3: a 404 or a 500 resolves like any other answer, and nobody notices.
      return {
        data: isJson(response) ? JSON.parse(text) : text,
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
        config: {},
      }
    },

    async fetch(path, init = {}) {
      const url = `${serverUrl}/api/functions/${path.replace(/^\//, '')}`
      const response = await fetch(url, { ...init, headers: authorization }) // Bug 4: the caller's headers are lost.
      const body = await response.arrayBuffer() // Bug 5: a stream arrives all at once, when it is over.
      return new Response(body.byteLength === 0 ? null : body, response)
    },
  }
}

function isJson(response) {
  return (response.headers.get('content-type') ?? '').includes('json')
}
