/**
 * Keeps the signed agreements in the service's own database and says which one is in force. In: AgreementSigned from {@code
 * leadloop.agreements}. Out: {@link io.leadloop.agreement.inforce.Agreements#current()}, which waits for the first one.
 */
package io.leadloop.agreement.inforce;
