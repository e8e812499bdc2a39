/** The name in `base44-dev@>=0.1.18`; undefined where an entry is about an SDK. */
export function backendOf({ backend }: { readonly backend?: string }): string | undefined {
  return backend?.split('@')[0]
}

/** The range in `base44-dev@>=0.1.18`; every version where there is none. */
export function versionsOf({ sdk, backend }: { readonly sdk?: string; readonly backend?: string }): string {
  return sdk ?? (backend?.split('@').slice(1).join('@') || '*')
}
