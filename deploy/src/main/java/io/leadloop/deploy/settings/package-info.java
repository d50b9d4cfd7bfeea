/** What can be set, where it is read from, and where an installation keeps its files. */
package io.leadloop.deploy.settings;
