/** What an authenticator app needs; shown until the first code confirms it. */
export class EnrollmentResponse {
  /** Base32, to be typed. */
  secret: string;
  /** `otpauth://...`, to be shown as a QR code. */
  uri: string;
}

/** Codes for when the phone is lost, each good for one sign-in; shown this once. */
export class RecoveryCodesResponse {
  recoveryCodes: string[];
}
