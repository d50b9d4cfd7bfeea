/** Runs a built service: from a copy, with its own database, role and port, and the addresses of the others. */
package io.leadloop.deploy.service;
