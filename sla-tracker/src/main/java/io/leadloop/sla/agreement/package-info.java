/**
 * The agreement that both sides signed. In: the text that an installation starts with. Out: AgreementSigned on {@code
 * leadloop.agreements}, and who signed what since when, by HTTP.
 */
package io.leadloop.sla.agreement;
