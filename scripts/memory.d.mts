/** @returns options of Node that go behind those of package.json: the last word counts. */
export function memoryOptions(environment?: { readonly MEMORY?: string | undefined }): readonly string[]
