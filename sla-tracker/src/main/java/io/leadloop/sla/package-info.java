package io.leadloop.sla;
