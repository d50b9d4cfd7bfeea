/**
 * Tells others by signed HTTP posts, as the Standard Webhooks specification says. Comes in: messages, in the transaction of what
 * they tell of ({@link io.leadloop.webhooks.Webhooks}); who wants them ({@code /v1/webhooks}). Goes out: posts that are repeated
 * under one id until they are answered, by a schedule that everybody can read.
 *
 * <p>Must not come in: what the messages say, and who may subscribe to them; that is the service's
 * ({@link io.leadloop.webhooks.WebhookOffer}).
 */
package io.leadloop.webhooks;
