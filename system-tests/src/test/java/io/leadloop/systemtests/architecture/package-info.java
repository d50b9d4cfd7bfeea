/**
 * The shape of the code, as allow-lists over the compiled classes of all modules: who may use whom, where Kafka, the database
 * and the clock may be touched, what every HTTP method must declare. A rule that matches no class fails.
 */
package io.leadloop.systemtests.architecture;
