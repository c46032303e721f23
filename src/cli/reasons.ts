import { codeOf } from './output.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  ETXTBSY: 'it is a program that runs',
  EBUSY: 'it is in use, as a mount point perhaps',
  EXDEV: 'it is on another file system',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENXIO: 'it is a socket or a device without a reader',
  EIO: 'the disk reports an error',
  ERR_INVALID_ARG_VALUE: 'the name holds a NUL',
}

/** Why the system refused, as a part of a sentence; undefined for an error that is not one of the system. */
export function reasonOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code === '' ? undefined : (REASONS[code] ?? `the system says ${code}`)
}
