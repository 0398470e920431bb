/** One message that names everything to change in the settings. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
