/**
 * {@code leadloop bench}: what the system can do on this machine, measured from outside on an installation of its own. A figure
 * is printed only when every lead that was acknowledged has come where it belongs.
 */
package io.leadloop.deploy.bench;
