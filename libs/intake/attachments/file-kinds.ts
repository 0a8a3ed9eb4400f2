/** A kind of file that is taken, with the names and declarations that go with it. */
export interface FileKind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** Other media types under which senders' systems declare it. */
  readonly alsoDeclared: readonly string[];
}

/** Everything that is taken. What runs, or unpacks to anything at all, is not among it. */
const FILE_KINDS: readonly FileKind[] = [
  kind('application/pdf', ['pdf']),
  kind('image/png', ['png']),
  kind('image/jpeg', ['jpg', 'jpeg'], ['image/jpg']),
  kind('image/heic', ['heic', 'heif'], ['image/heif']),
  kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  kind('application/vnd.oasis.opendocument.text', ['odt']),
  kind('text/plain', ['txt']),
];

/** What senders' systems say when they do not know. */
const UNDECLARED = ['', 'application/octet-stream'];

export function kindOf(mediaType: string): FileKind | null {
  return FILE_KINDS.find((each) => each.mediaType === mediaType) ?? null;
}

/** Whether the name's ending and the declared type both say this kind. */
export function agrees({ mediaType, extensions, alsoDeclared }: FileKind, name: string, declaredType: string): boolean {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const declared = (declaredType.split(';')[0] ?? '').trim().toLowerCase();
  return extensions.includes(extension) && [mediaType, ...alsoDeclared, ...UNDECLARED].includes(declared);
}

function kind(mediaType: string, extensions: readonly string[], alsoDeclared: readonly string[] = []): FileKind {
  return { mediaType, extensions, alsoDeclared };
}
