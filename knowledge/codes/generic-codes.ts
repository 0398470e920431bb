// Codes in which faults of every kind end. They say that something failed, and hardly ever what.

const generic: ReadonlySet<number> = new Set([
  0x80004005, // E_FAIL
  0x8000ffff, // E_UNEXPECTED
  0x8007000e, // E_OUTOFMEMORY
  0x80004004, // E_ABORT
  0x80020009, // DISP_E_EXCEPTION
  0x80070001, // ERROR_INVALID_FUNCTION, what scripts return
  0x80070643, // ERROR_INSTALL_FAILURE
  1603, // the same, from an installer
  1, // what scripts return
  0x80070002, // ERROR_FILE_NOT_FOUND
  2, // the same, as Win32 has it
  10060, // WSAETIMEDOUT
  0x8007274c, // the same
  10061, // WSAECONNREFUSED
  0x8007274d, // the same
  11001, // WSAHOST_NOT_FOUND
  0x80072af9, // the same
  0xffffffff, // -1
  0xc0000005, // STATUS_ACCESS_VIOLATION
  0xc0000001, // STATUS_UNSUCCESSFUL
]);

/**
 * True for codes that a more specific signal beside them outweighs. Those of .NET (facility 0x13) name the class of an
 * exception, 0x80131904 any of SQL Server's; HTTP statuses name a class of answers.
 */
export function isGeneric(value: number): boolean {
  return generic.has(value) || value >>> 16 === 0x8013 || (value >= 400 && value < 600);
}
