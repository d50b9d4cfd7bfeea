/**
 * The agreement's life: a draft, two signatures, in force from a chosen time, replaced by the next. In: the text that an
 * installation starts with, and what marketing and sales write and sign. Out: AgreementSigned on {@code leadloop.agreements}, what a
 * draft would change, and who signed what since when, by HTTP.
 */
package io.leadloop.sla.agreement;
