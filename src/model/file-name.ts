/** Names of files that are none on some system: those of devices, and those that its disks cannot hold. */

/** What Windows takes for a device in any folder, whatever follows behind a dot, digits in superscript too. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)[ .]*(?:\..*)?$/i;

/** What a name of Windows cannot hold or end with; behind a colon is a stream that no listing shows. */
const NO_NAME = /[<>:"|?*]|[ .]$/;

/**
 * Why a file that is handed on should not have this name; undefined where it may. Device names are refused on every
 * system, since on Windows such a file cannot be opened, and one that is written there is lost without a word.
 */
export function flawOfName(path: string, isWindows: boolean): 'device' | 'no-name' | undefined {
  const name =
    path
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  if (DEVICE.test(name)) return 'device';
  return isWindows && NO_NAME.test(name) && !/^\.{1,2}$/.test(name) ? 'no-name' : undefined;
}
