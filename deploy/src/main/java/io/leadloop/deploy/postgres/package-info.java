/** A PostgreSQL server from binaries that come as a library, with one database and one role for each service. */
package io.leadloop.deploy.postgres;
