package io.leadloop.handoff;
