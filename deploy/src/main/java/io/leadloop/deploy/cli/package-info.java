/** The commands of {@code ./leadloop}: arguments in, lines for a person out. What they do is {@code Installation}'s. */
package io.leadloop.deploy.cli;
