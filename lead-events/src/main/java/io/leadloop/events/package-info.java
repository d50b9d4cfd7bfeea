package io.leadloop.events;
