/** What the stories speak of: the sample world, its people, and the eyes of a stranger on HTTP and Kafka. */
package io.leadloop.systemtests.world;
