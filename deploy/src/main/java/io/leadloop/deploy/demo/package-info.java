/**
 * Lifelike leads for who wants to see Leadloop at work: people, companies, campaigns, bots, what leads do and what reps make of
 * them. In: a seed. Out: history through the import endpoints, then live posts and reps' answers through the public HTTP API of this
 * installation, and of nothing else.
 */
package io.leadloop.deploy.demo;
