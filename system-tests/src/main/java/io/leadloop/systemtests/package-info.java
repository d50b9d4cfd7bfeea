package io.leadloop.systemtests;
