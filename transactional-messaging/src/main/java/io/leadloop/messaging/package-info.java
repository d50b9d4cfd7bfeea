package io.leadloop.messaging;
