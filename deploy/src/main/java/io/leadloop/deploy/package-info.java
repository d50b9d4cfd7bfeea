package io.leadloop.deploy;
